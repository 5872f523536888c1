import { textInput } from '@warta/posts';
import { z } from 'zod';

export const HEADLINES = '/headline-drafts';
export const HEADLINE = `${HEADLINES}/:id`;
export const TEXT = `${HEADLINE}/texts/:locale`;

export const headlineParams = z.object({ id: z.uuid('is not the id of a headline') });
export const headlineTextParams = headlineParams.extend({ locale: textInput.shape.locale });
