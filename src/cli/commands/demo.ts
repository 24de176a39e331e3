import { join } from 'node:path';
import type { Services } from '#api';
import { cityNeeds } from '#city';
import type { PackStore } from '#files';
import { home } from '#files';
import { makePassword } from '#ledger';
import { currentVersion } from '#register';
import type { SampleInput } from '../sample-task.ts';
import type { Command, Terminal } from '../command.ts';
import { serve, startServer } from './serve.ts';

const NAME = 'demo';

export const demo: Command = {
  ...serve,
  name: 'demo',
  summary: { zh: '泸州示例:打开即用的仪表板', en: 'the Luzhou dashboard, ready to use' },
  help: [
    'popplus demo [--port N]',
    '  the same as `popplus serve` with the Luzhou pack; `npm run demo` also installs and builds',
    '  with a register: a simulated sample city of 1:100 in a home of its own, `demo` in the product’s home, made when first shown;',
    '  and an account with a new password each time. Where POPPLUS_HOME is set nothing is made: that home may hold true data.',
  ],
  run: (input) => {
    const isOwn = process.env['POPPLUS_HOME'] === undefined;
    const folder = isOwn ? join(home(), 'demo') : home();
    return startServer(input, folder, (store, services) => {
      if (isOwn) void furnish(store, services, input.terminal);
      else
        input.terminal.out(
          {
            zh: '已设 POPPLUS_HOME:数据、人口库、核对三页显示那里已有的内容;不在那里生成模拟城市和账号,以免与真实数据相混。',
            en: 'POPPLUS_HOME is set: the pages of feeds, register and review show what is there; no sample city and no account are made, lest they mix with true data.',
          }[input.terminal.language],
        );
    });
  },
};

/** Fills the demo's home behind the open dashboard: a sample city made a register, and an account to look around with. */
async function furnish(store: PackStore, services: Services, terminal: Terminal): Promise<void> {
  const made =
    currentVersion(services.home) === undefined && cityNeeds(store.pack).length === 0
      ? services.begin(new URL('../sample-task.ts', import.meta.url), {
          home: services.home,
          pack: store.pack,
        } satisfies SampleInput)
      : undefined;
  if (made !== undefined)
    terminal.out(
      {
        zh: '后台正在生成模拟样本城市(1:100)并建人口库,约一分钟;进度见“人口库”页。',
        en: 'a simulated sample city (1:100) and its register are being made, about a minute; the register page shows how far.',
      }[terminal.language],
    );
  const password = await demoAccount(services).catch((error: Error) => {
    terminal.err(error.message);
    return undefined;
  });
  if (password !== undefined)
    terminal.out(
      {
        zh: `演示账号 ${NAME},密码 ${password}(每次启动更换,只显示这一次)`,
        en: `demo account ${NAME}, password ${password} (another one each time, shown this once)`,
      }[terminal.language],
    );
  await made;
  if (made !== undefined && currentVersion(services.home) !== undefined)
    terminal.out({ zh: '模拟人口库已就绪', en: 'the simulated register is ready' }[terminal.language]);
}

/** A new password for the demo's account, which is made where there is none. */
async function demoAccount({ ledger }: Services): Promise<string> {
  const password = makePassword();
  await ledger.use(async ({ accounts }) => {
    const fault = await accounts.setPassword(NAME, password);
    if (fault === 'unknown') await accounts.add({ name: NAME, role: 'admin', areas: [] }, password);
  });
  return password;
}
