export { accentPalette, type Palette } from './accent-palette.ts';
export { alertMark, readAlertMarks } from './alert-marks.ts';
export type * from './alert-models.ts';
export type * from './contact-parts.ts';
export { drawPlain, withBanner } from './draw-plain.ts';
export { escapeHtml } from './escape-html.ts';
export { htmlElsewhere } from './html-elsewhere.ts';
export { inspectMarkdown, type MarkdownParts } from './inspect-markdown.ts';
export { jsonLd } from './json-ld.ts';
export { loadThemes } from './load-themes.ts';
export { MAX_MARKDOWN_LENGTH, MarkdownError } from './markdown-limits.ts';
export { type BodyPictures, UnknownPictureError } from './markdown-pictures.ts';
export type * from './mission-parts.ts';
export type * from './page-models.ts';
export type * from './page-parts.ts';
export { type MarkdownOptions, renderMarkdown } from './render-markdown.ts';
export { readSeals, type Seal, type SealMark, seal, sealHash } from './seal.ts';
export { templatesIn } from './templates-in.ts';
export { findAsset, readStylesheetName, stylesheetName, type Theme } from './theme.ts';
export type { Asset } from './theme-assets.ts';
export { ThemeError } from './theme-manifest.ts';
export type { ThemeSetting } from './theme-setting.ts';
export {
  colourProblem,
  type SettingProblem,
  type SettingValue,
  settingProblems,
  settingsBesidesAccent,
  themeValues,
} from './theme-values.ts';
