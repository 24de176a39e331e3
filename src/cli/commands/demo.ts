import type { Command } from '../command.ts';
import { serve, startServer } from './serve.ts';

export const demo: Command = {
  ...serve,
  name: 'demo',
  summary: { zh: '泸州示例:打开即用的仪表板', en: 'the Luzhou dashboard, ready to use' },
  help: [
    'popplus demo [--port N]',
    '  the same as `popplus serve` with the Luzhou pack; `npm run demo` also installs and builds',
  ],
  run: startServer,
};
