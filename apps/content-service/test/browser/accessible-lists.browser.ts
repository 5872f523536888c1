import t from 'tap';
import { launch } from './browser.ts';
import { listPages } from './list-pages.ts';
import { lookAt } from './look-at.ts';

const browser = await launch();
t.teardown(() => browser.close());
lookAt(browser, await listPages());
