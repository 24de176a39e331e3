import { resolve } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { CHECKLIST_COLUMNS, drawChecklist } from '#register';
import type { Command } from '../command.ts';
import { EXIT, UsageError, planOption } from '../command.ts';
import { deskFor } from '../on-register.ts';
import { openPack } from '../open-store.ts';

/** Two thousand in each of seven counties: enough to know residents to about half a per cent (docs/methods/register.md). */
const PEOPLE = 14_000;
const MOST = 200_000;

export const registerChecklist: Command = {
  name: 'register checklist',
  summary: {
    zh: '抽取居住核查名单(入户询问是否在本市居住)',
    en: 'draws people to be asked at home whether they live here',
  },
  help: [
    `popplus register checklist --out FILE.xlsx [--people ${PEOPLE}] [--area CODE] [--plan DIR]`,
    '  --people  about how many, as many in each county; the unsure ones sooner',
    '  --area    one county only',
    'The file holds names and addresses: it is for those who ask alone. Filled in, it goes to popplus register checked.',
    'exit code: 0, 1 no register or the pack has errors, 2 wrong use',
  ],
  options: { ...planOption, out: { type: 'string' }, people: { type: 'string' }, area: { type: 'string' } },
  words: 0,
  async run({ options, terminal }) {
    const { out, area } = options;
    if (typeof out !== 'string' || !out.toLowerCase().endsWith('.xlsx'))
      throw new UsageError('--out FILE.xlsx is needed');
    const people = Number(options['people'] ?? PEOPLE);
    if (!Number.isInteger(people) || people < 1 || people > MOST)
      throw new UsageError(`--people is a number up to ${MOST}`);
    const pack = openPack(options['plan'], terminal);
    if (pack === undefined) return EXIT.problems;
    const desk = await deskFor(terminal);
    if (desk === undefined) return EXIT.problems;
    try {
      const counties = desk.version.residents.map((county) => county.area);
      if (typeof area === 'string' && !counties.includes(area))
        throw new UsageError(`--area is a county of the register: ${counties.join(', ')}`);
      const lines = await drawChecklist(desk, people, typeof area === 'string' ? { areas: [area] } : {});
      const nameOf = (code: string | null): string =>
        pack.areas.find((one) => one.code === code)?.name[terminal.language] ?? code ?? '';
      const columns = Object.entries(CHECKLIST_COLUMNS);
      const rows = lines.map((line) => {
        const texts = { ...line, county: nameOf(line.county), township: nameOf(line.township), answer: null };
        return columns.map(([id]) => texts[id as keyof typeof texts]);
      });
      await writeXlsxFile([columns.map(([, title]) => title[terminal.language]), ...rows] as never, {}).toFile(
        resolve(out),
      );
      terminal.out(
        {
          zh: `${desk.version.simulated ? '模拟 ' : ''}${lines.length} 人写入 ${out}`,
          en: `${desk.version.simulated ? 'simulated: ' : ''}${lines.length} people written to ${out}`,
        }[terminal.language],
      );
      return EXIT.ok;
    } finally {
      desk.close();
    }
  },
};
