import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { describeProblem, idCheckDigit } from '#base';
import { defaultPack, readPack, root } from '#files';
import { PERSON_RECORD } from '#linkage';
import type { Dataset } from '#plan';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import type { Ingester } from './index.ts';
import { PARTS, batchFiles, correctRow, describeReason, openIngester, readBatches, readQuarantine } from './index.ts';
import { vaultFile } from './keep-written.ts';

const { pack } = readPack(defaultPack);
const dataset = (id: string): Dataset => pack!.datasets.find((candidate) => candidate.id === id)!;
const number = (first17: string): string => first17 + idCheckDigit(first17);

/** A row of 户籍 that nothing is wrong with. */
const good: Readonly<Record<string, string>> = {
  户号: '510502001000123',
  户类型: '1',
  与户主关系: '02',
  姓名: '张 伟',
  性别: '1',
  民族: '01',
  出生日期: '19850607',
  公民身份号码: number('51050219850607123'),
  户籍地区划: '510523',
  户籍地址: '四川省泸州市江阳区南城街道江阳西路12号3栋2单元501室',
  母亲姓名: '李秀英',
  母亲公民身份号码: '510502600203124',
  何时迁来本址: '20000101',
  联系电话: '139-8012-3456',
  户口状态: '0',
  更新日期: '20241231',
};

type Row = Readonly<Record<string, string>>;

const csv = (
  rows: readonly Row[],
  columns = dataset('household-registration').fields.map(({ column }) => column),
): string =>
  `${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => cells.join(',')).join('\r\n')}\r\n`;

const gb = (text: string): Buffer => iconv.encode(text, 'gb18030');
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

describe('ingest', () => {
  let folder: string;
  let home: string;
  let ingester: Ingester;
  let database: Database;
  let files = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'popplus-ingest-'));
    home = join(folder, 'home');
    ingester = await openIngester(pack!, home);
    database = await openDatabase({ threads: 1 });
  });
  afterAll(() => {
    ingester.close();
    database.close();
    rmSync(folder, { recursive: true });
  });

  const file = (content: string | Buffer, ending = 'csv'): string => {
    const path = join(folder, `file-${++files}.${ending}`);
    writeFileSync(path, content);
    return path;
  };
  const hukou = (path: string) => ingester.ingest(dataset('household-registration'), path);
  const rowsOf = (...paths: readonly string[]): Promise<readonly Record<string, unknown>[]> =>
    database.rows(`SELECT * FROM read_parquet([${paths.map(sqlText).join(', ')}])`);
  const sorted = async (...paths: string[]) => (await rowsOf(...paths)).map((row) => JSON.stringify(row)).toSorted();

  it('lands rows and person records, with tokens in the place of numbers', async () => {
    const { batch, problems } = await hukou(file(gb(csv([good]))));
    expect(problems).toEqual([]);
    expect(batch).toMatchObject({ read: 1, accepted: 1, quarantined: 0, knownUntil: '2024-12-31', simulated: false });
    const persons = await rowsOf(...batchFiles(home, batch!, 'persons'));
    expect(new Set(persons.map(({ role }) => role))).toEqual(new Set(['mother', 'self']));
    for (const { name } of PERSON_RECORD) expect(Object.keys(persons[0]!)).toContain(name);
    const self = persons.find(({ role }) => role === 'self')!;
    expect(self).toMatchObject({
      id_valid: true,
      id_division: '510502',
      id_birth: '19850607',
      name: '张伟',
      sex: 'male',
      birth: '19850607',
      hukou_division: '510502',
      hukou_township: '510502001',
      household: good['户号'],
    });
    const mother = persons.find(({ role }) => role === 'mother')!;
    expect(mother).toMatchObject({ id_valid: true, id_birth: '19600203', sex: 'female' });
    const landed = JSON.stringify([persons, await rowsOf(...batchFiles(home, batch!, 'rows'))]);
    for (const secret of [good['公民身份号码']!, good['母亲公民身份号码']!, '13980123456', good['联系电话']!])
      expect(landed).not.toContain(secret);
    const kept = await rowsOf(vaultFile(home, 'numbers', 'household-registration', batch!.id));
    expect(kept.map(({ written }) => written)).toContain(good['公民身份号码']);
    expect(kept.find(({ token }) => token === self['id_token'])?.['written']).toBe(good['公民身份号码']);
    for (const what of ['numbers', 'faults'] as const)
      expect(statSync(vaultFile(home, what, 'household-registration', batch!.id)).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'vault', 'key')).mode & 0o777).toBe(0o600);
  });

  it('changes nothing when the same file comes twice', async () => {
    const path = file(gb(csv([{ ...good, 姓名: '同样' }])));
    const first = await hukou(path);
    const before = readBatches(home);
    const second = await hukou(path);
    expect([first.unchanged, second.unchanged]).toEqual([false, true]);
    expect(second.batch).toEqual(first.batch);
    expect(readBatches(home)).toEqual(before);
  });

  it('tells the dataset that a file of another department looks like', async () => {
    const columns = dataset('marriage').fields.map(({ column }) => column);
    const { batch, problems } = await hukou(file(gb(csv([], columns))));
    expect(batch).toBeUndefined();
    expect(codes(problems)).toEqual(['dataset.wrong-department']);
    expect(problems[0]!.params['other']).toBe('marriage');
    expect(describeProblem(problems[0]!, 'zh')).toContain('popplus ingest marriage');
  });

  it('reads another encoding than agreed, and says so', async () => {
    const { batch, problems } = await hukou(file(`\uFEFF${csv([{ ...good, 姓名: '编码' }])}`));
    expect(codes(problems)).toEqual(['dataset.encoding']);
    expect(batch?.accepted).toBe(1);
  });

  it('refuses an empty file in one sentence', async () => {
    const { batch, problems } = await hukou(file(''));
    expect(batch).toBeUndefined();
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['dataset.no-rows', 'error']]);
  });

  it('says why records could not be told into columns, and tells lines apart however they end', async () => {
    const [head, row] = csv([{ ...good, 姓名: '断行' }]).split('\r\n') as [string, string];
    const lines = [head, row, `${row},more`, `${row},more`, row.slice(0, 40), row];
    const { batch, problems } = await hukou(
      file(gb(lines.map((line, i) => line + ['\r\n', '\n', '\r'][i % 3]!).join(''))),
    );
    expect(batch).toMatchObject({ read: 5, accepted: 2, quarantined: 3 });
    expect(problems[0]!.params['reasons']).toBe('row:too-many-columns 2, row:missing-columns 1');
  });

  it('lands the same rows and persons in one lane or two', async () => {
    const people = Array.from({ length: 200 }, (_, i) => {
      const own = number(`51050219850607${String(i).padStart(3, '0')}`);
      return {
        ...good,
        户号: `H${i}`,
        姓名: `张${'一二三四五六七八九十'[i % 10]}${i % 7}`,
        公民身份号码: own,
        母亲公民身份号码: own,
      };
    });
    const pupils = dataset('school-roll').fields.map(
      ({ column, type, required, codes: table }): [string, (i: number) => string] => {
        const code = pack!.codeTables.find(({ id }) => id === table)?.rows[0]?.code ?? '';
        if (type === 'identity-number') return [column, (i) => people[i]!.公民身份号码];
        if (type === 'person-name') return [column, (i) => people[i]!.姓名];
        if (type === 'date') return [column, () => '2024-09-01'];
        return [column, (i) => (type === 'code' ? code : type === 'text' && required ? `T${i}` : '')];
      },
    );
    const school = csv(
      people.map((_, i) => Object.fromEntries(pupils.map(([column, value]) => [column, value(i)]))),
      pupils.map(([column]) => column),
    );
    const paths = [file(gb(csv(people))), file(school)] as const;
    const landed = await Promise.all(
      [1, 2].map(async (lanes) => {
        const own = join(folder, `lanes-${lanes}`);
        mkdirSync(join(own, 'vault'), { recursive: true });
        copyFileSync(join(home, 'vault', 'key'), join(own, 'vault', 'key'));
        const taken = await openIngester(pack!, own, { lanes });
        const batches = await Promise.all([
          taken.ingest(dataset('household-registration'), paths[0]),
          taken.ingest(dataset('school-roll'), paths[1]),
        ]);
        taken.close();
        expect(batches.map(({ batch }) => batch?.accepted)).toEqual([200, 200]);
        return Promise.all(
          batches.flatMap(({ batch }) =>
            PARTS.map((part) =>
              database.rows(
                `SELECT * FROM read_parquet([${batchFiles(own, batch!, part).map(sqlText).join(', ')}]) ORDER BY ALL`,
              ),
            ),
          ),
        );
      }),
    );
    expect(landed[1]).toEqual(landed[0]);
  });

  it.each([
    ['UTF-16', iconv.encode(csv([good]), 'utf-16')],
    ['bytes', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * index * 37 + 129) % 256))],
    ['another kind of text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">\n<path d="M0 0"/>\n</svg>\n')],
  ])('refuses %s with one Problem, not one a column', async (_, bytes) => {
    const { batch, problems } = await hukou(file(bytes));
    expect(batch).toBeUndefined();
    expect(codes(problems)).toEqual(['dataset.no-columns']);
  });

  it('refuses repeated and missing columns, all at once, with the nearest name', async () => {
    const columns = dataset('household-registration').fields.map(({ column }) => column);
    const wrong = columns.map((column) => (column === '更新日期' ? '更新日其' : column === '民族' ? '性别' : column));
    const { batch, problems } = await hukou(file(gb(csv([good], wrong))));
    expect(batch).toBeUndefined();
    expect(codes(problems)).toContain('dataset.column-repeated');
    const missing = problems.find(
      ({ code, params }) => code === 'dataset.column-missing' && params['column'] === '更新日期',
    );
    expect(missing).toMatchObject({ severity: 'error', fix: '更新日其' });
  });

  it('refuses cut workbooks and cut Parquet files', async () => {
    const columns = dataset('disability').fields.map(({ column }) => column);
    const whole = await writeExcelFile([columns.map((value) => ({ value }))]).toBuffer();
    const cutBook = file(whole.subarray(0, whole.length / 2), 'xlsx');
    const cutTable = file(Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(200, 7)]), 'parquet');
    for (const [id, path] of [
      ['disability', cutBook],
      ['vaccination', cutTable],
    ] as const) {
      const { batch, problems } = await ingester.ingest(dataset(id), path);
      expect(batch).toBeUndefined();
      expect(codes(problems)).toContain('dataset.not-readable');
    }
  });

  it('names all faults of a row, keeps it as written, and takes it when they are mended', async () => {
    const bad: Row = {
      ...good,
      户号: '',
      与户主关系: '首席',
      姓名: '',
      性别: '男的',
      民族: '88',
      出生日期: '20231399',
      公民身份号码: `${good['公民身份号码']!.slice(0, 17)}${good['公民身份号码']!.endsWith('1') ? '2' : '1'}`,
      户籍地址: '-',
      联系电话: '12',
      户口状态: '9',
      更新日期: '昨天',
    };
    const { batch, problems } = await hukou(file(gb(csv([{ ...good, 姓名: '好人' }, bad]))));
    expect(batch).toMatchObject({ read: 2, accepted: 1, quarantined: 1 });
    expect(codes(problems)).toEqual(['dataset.rows-quarantined']);
    const row = readQuarantine(home, 'household-registration').find((candidate) => candidate.batch === batch!.id)!;
    expect(row.line).toBe(3);
    expect(row.reasons).toEqual(
      [
        'household_number:empty',
        'relation_to_head:unreadable',
        'name:empty',
        'sex:unreadable',
        'nationality:unreadable',
        'birth_date:unreadable',
        'identity_number:check-digit',
        'hukou_address:empty',
        'phone:unreadable',
        'hukou_status:unreadable',
        'updated_on:unreadable',
      ].toSorted(),
    );
    expect(row.raw).toMatchObject({ 姓名: null, 更新日期: '昨天', 公民身份号码: bad['公民身份号码'] });
    for (const reason of row.reasons)
      expect(describeReason(dataset('household-registration'), reason, 'zh')).toMatch(/^“[^”]+”[^:]+$/u);

    const half = await correctRow(ingester, home, dataset('household-registration'), row, { 姓名: '改 好' });
    expect(half.batch).toMatchObject({ read: 1, accepted: 0, quarantined: 1 });
    expect(half.reasons).toEqual(row.reasons.filter((reason) => reason !== 'name:empty'));
    const waitingBatches = () => readQuarantine(home, 'household-registration').map((each) => each.batch);
    expect(waitingBatches()).toContain(batch!.id);
    expect(waitingBatches()).not.toContain(half.batch!.id);
    const { 联系电话: _phone, ...rest } = good;
    const mended = await correctRow(ingester, home, dataset('household-registration'), row, { ...rest, 姓名: '改好' });
    expect(mended.batch).toMatchObject({ read: 1, accepted: 1, corrects: { batch: batch!.id, line: 3 } });
    expect(mended.reasons).toEqual([]);
    expect(waitingBatches()).not.toContain(batch!.id);
  });

  it('refuses a row that is known only in the future', async () => {
    const { batch } = await hukou(file(gb(csv([{ ...good, 姓名: '将来', 更新日期: '21990101' }]))));
    expect(batch).toMatchObject({ accepted: 0, quarantined: 1, knownUntil: null });
    const row = readQuarantine(home, 'household-registration').find((each) => each.batch === batch!.id)!;
    expect(row.reasons).toEqual(['updated_on:future']);
  });

  it('keeps only a token of a text that has a number in it', async () => {
    const contract = dataset('disability');
    const row: Record<string, string> = {
      残疾人证号: `${good['公民身份号码']}42`,
      姓名: '赵敏',
      残疾类别: '肢体残疾',
      残疾等级: '二级',
      更新日期: '2024-12-01',
    };
    const columns = contract.fields.map(({ column }) => column);
    const sheet = [columns, columns.map((column) => row[column] ?? '')].map((cells) =>
      cells.map((value) => ({ value })),
    );
    const { batch } = await ingester.ingest(contract, file(await writeExcelFile(sheet).toBuffer(), 'xlsx'));
    expect(batch).toMatchObject({ accepted: 1 });
    expect(JSON.stringify(await rowsOf(...batchFiles(home, batch!, 'rows')))).not.toContain(good['公民身份号码']);
  });

  it('keeps an unreadable value that does not refuse its row', async () => {
    const { batch } = await hukou(file(gb(csv([{ ...good, 姓名: '半好', 出生日期: '20010230' }]))));
    expect(batch).toMatchObject({ accepted: 1 });
    expect(batch!.quality.find(({ field }) => field === 'birth_date')).toMatchObject({ filled: 1, faulty: 1 });
    expect(await rowsOf(vaultFile(home, 'faults', 'household-registration', batch!.id))).toEqual([
      { line: 2, field: 'birth_date', written: '20010230' },
    ]);
  });

  it('accounts for every line, whatever stands in it', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '-', '张伟', '19850607', '2', '"', 'a"b', '１２', '无'),
      fc.string({ maxLength: 8 }),
    );
    const columns = Object.keys(good);
    const line = fc.oneof(
      fc.record(Object.fromEntries(columns.map((column) => [column, fc.oneof(fc.constant(good[column]!), cell)]))),
      fc.array(cell, { maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const all = dataset('household-registration').fields.map(({ column }) => column);
        const texts = lines
          .map((each) => (Array.isArray(each) ? each : all.map((column) => (each as Row)[column] ?? '')).join(','))
          .map((text) => text.replace(/[\r\n]/g, ' '));
        const { batch } = await hukou(file(`${[all.join(','), ...texts].join('\n')}\n`));
        if (batch === undefined) throw new Error('refused');
        expect(batch.read).toBe(batch.accepted + batch.quarantined);
        const accepted = (await rowsOf(...batchFiles(home, batch, 'rows'))).map(({ line: at }) => Number(at));
        const refused = readQuarantine(home, 'household-registration')
          .filter((row) => row.batch === batch.id)
          .map((row) => row.line);
        const places = [...accepted, ...refused];
        expect(new Set(places).size).toBe(places.length);
        expect(batch.read).toBe(places.length);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('lands the same whatever the number of rows worked on at a time', async () => {
    const rows = ['甲', '乙', '', '丁', '甲', '己', '庚'].map((姓名, index) => ({
      ...good,
      姓名,
      户号: `51050200100${index}`,
      出生日期: index === 3 ? '不是日期' : good['出生日期']!,
    }));
    const path = file(`${csv(rows)}"没有结尾的引号\n`);
    const outcome = async (elsewhere: string, rowsAtOnce: number) => {
      const kind = dataset('household-registration');
      mkdirSync(join(elsewhere, 'vault'), { recursive: true });
      copyFileSync(join(home, 'vault', 'key'), join(elsewhere, 'vault', 'key'));
      const own = await openIngester(pack!, elsewhere);
      const { batch } = await own.ingest(kind, path, { rowsAtOnce });
      own.close();
      const vault = (what: 'faults' | 'numbers') => vaultFile(elsewhere, what, kind.id, batch!.id);
      return {
        batch: { ...batch, landed: '', stretches: 0 },
        parts: await Promise.all(PARTS.map((part) => sorted(...batchFiles(elsewhere, batch!, part)))),
        faults: await sorted(vault('faults')),
        numbers: new Set(await sorted(vault('numbers'))),
        quarantine: readQuarantine(elsewhere, kind.id),
      };
    };
    const whole = await outcome(join(folder, 'whole'), 100);
    expect(whole.batch).toMatchObject({ read: 8, accepted: 6, quarantined: 2 });
    expect(whole.faults).toHaveLength(1);
    expect(await outcome(join(folder, 'stretches'), 2)).toEqual(whole);
    expect(readBatches(join(folder, 'stretches'))[0]!.stretches).toBeGreaterThan(2);
  });

  it('leaves no trace of a run that was killed', async () => {
    const path = file(gb(csv([{ ...good, 姓名: '中断' }])));
    const elsewhere = join(folder, 'killed');
    const script = `
      import { openIngester } from '#datasets';
      import { defaultPack, readPack } from '#files';
      const { pack } = readPack(defaultPack);
      const ingester = await openIngester(pack, ${JSON.stringify(elsewhere)});
      const dataset = pack.datasets.find(({ id }) => id === 'household-registration');
      await ingester.ingest(dataset, ${JSON.stringify(path)}, { onStep: (step) => step === 'land' && process.kill(process.pid, 'SIGKILL') });`;
    const { signal } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      cwd: root,
    });
    expect(signal).toBe('SIGKILL');
    expect(readBatches(elsewhere)).toEqual([]);
    expect(readdirSync(join(elsewhere, 'vault', 'staging'))).not.toEqual([]);
    const again = await openIngester(pack!, elsewhere);
    try {
      const { batch } = await again.ingest(dataset('household-registration'), path);
      expect(batch).toMatchObject({ read: 1, accepted: 1 });
    } finally {
      again.close();
    }
    expect(readdirSync(join(elsewhere, 'vault', 'staging'))).toEqual([]);
    expect(
      readFileSync(batchFiles(elsewhere, readBatches(elsewhere)[0]!, 'rows')[0]!)
        .subarray(0, 4)
        .toString(),
    ).toBe('PAR1');
  });
});
