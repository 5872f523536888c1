import view from '@fastify/view';
import type { Page, Theme } from '@warta/rendering';
import type { FastifyInstance } from 'fastify';

type Draw = (template: string, model: Page) => Promise<string>;

/** Registers the view plugin once for each theme and returns what draws a page model with a theme. */
export function registerViews(
  app: FastifyInstance,
  themes: ReadonlyMap<string, Theme>,
): (theme: Theme, model: Page) => Promise<string> {
  const property = (theme: Theme) => `view_${theme.name}`;
  for (const theme of themes.values()) {
    app.register(view, {
      engine: { eta: theme.eta },
      root: theme.templatesDir,
      propertyName: property(theme),
      asyncPropertyName: `${property(theme)}_async`,
      production: true,
    });
  }
  return (theme, model) => {
    const draw = (app as unknown as Record<string, Draw>)[property(theme)];
    if (!draw) throw new Error(`the theme ${theme.name} is not registered`);
    return draw(model.kind, model);
  };
}
