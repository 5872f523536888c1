import { enableCompileCache } from 'node:module';

// A later start reads what this one has compiled; for that it must be said before anything is imported.
enableCompileCache();
await import('./main.ts');
