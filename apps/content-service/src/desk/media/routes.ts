import type { FastifyInstance } from 'fastify';
import { takeFormsWithFiles } from '../../uploads/form-with-files.ts';
import type { DeskContext } from '../context.ts';
import { describeRoutes } from './describe.ts';
import { fileRoutes } from './files.ts';
import { itemRoutes } from './item.ts';
import { libraryRoutes } from './library.ts';
import { uploadRoutes } from './uploads.ts';

/** Pictures and documents: these routes alone take forms with files. */
export async function mediaRoutes(app: FastifyInstance, context: DeskContext): Promise<void> {
  await takeFormsWithFiles(app);
  for (const routes of [libraryRoutes, uploadRoutes, describeRoutes, itemRoutes, fileRoutes]) {
    routes(app, context);
  }
}
