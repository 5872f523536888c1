import { loadTheme } from '../load-themes.ts';
import { ThemeError } from '../theme-manifest.ts';
import { assetFindings } from './asset-findings.ts';
import { error, type Finding } from './finding.ts';
import { pageFindings } from './page-findings.ts';
import { styleFindings } from './style-findings.ts';
import { templateFindings } from './template-findings.ts';

export type { Finding } from './finding.ts';

/**
 * Everything that is found wrong with the theme in a folder, whose parents stand beside it or in `others`: its own
 * templates as they are written, every page as it is drawn, its styles and its files. Errors first.
 */
export function checkTheme(dir: string, others: string): Finding[] {
  try {
    const theme = loadTheme(dir, others);
    const found = [...templateFindings(theme), ...pageFindings(theme), ...styleFindings(theme, dir)];
    return [...found, ...assetFindings(dir)].sort((a, b) => rank(a) - rank(b));
  } catch (wrong) {
    if (wrong instanceof ThemeError) return [error('theme.json', wrong.message)];
    throw wrong;
  }
}

const rank = ({ level }: Finding) => (level === 'error' ? 0 : 1);
