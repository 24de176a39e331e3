import type { AreaAnswer } from '#api/answers';
import type { Basis, Missing } from '#base';
import { findArea } from '#plan';
import { NothingYet } from '../../frame/NothingYet.tsx';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { wholeNumber } from '../../figure/format.ts';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { useSession } from '../../session.tsx';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import type { CountRow } from './count-rows.ts';
import { countRows, sumOf } from './count-rows.ts';
import { CountsMap } from './CountsMap.tsx';
import type { Version } from './register-figure.ts';
import { registerFigure } from './register-figure.ts';
import type { RegisterState, UpdateRegister } from './register-params.ts';
import { registerText } from './text.ts';

interface Props {
  readonly version: Version;
  readonly state: RegisterState;
  readonly update: UpdateRegister;
}

/** People by county, and by township of one, as usual residents and as registered, with the difference. */
export function CountsTab(props: Props) {
  const areas = useAnswer<readonly AreaAnswer[]>('/api/register/areas');
  const text = useText(registerText);
  return (
    <Answered answer={areas}>
      {(answers) =>
        answers.length === 0 ? <NothingYet title={text.noCounts} /> : <Counts {...props} answers={answers} />
      }
    </Answered>
  );
}

function Counts({ version, state, update, answers }: Props & { answers: readonly AreaAnswer[] }) {
  const { pack } = useSession();
  const text = useText(registerText);
  const local = useLocal();
  const language = useLanguage();
  const { county } = state;
  const rows = countRows(answers, county);
  const nameOf = (code: string | null): string => {
    const area = code === null ? undefined : findArea(pack, code);
    return area === undefined ? (code ?? text.townshipUnknown) : local(area.name);
  };
  const total: CountRow = {
    area: county === '' ? pack.info.city : county,
    resident: sumOf(rows.map(({ resident }) => resident)),
    registered: sumOf(rows.map(({ registered }) => registered)),
  };
  const figure = (
    row: CountRow,
    basis: Basis,
    value: number | undefined,
    what: Pick<Parameters<typeof registerFigure>[1], 'indicator' | 'formula' | 'inputs'>,
  ) => (
    <FigureValue
      bare
      at={version.known}
      figure={registerFigure(version, { area: row.area ?? county, basis, value: known(value), ...what })}
    />
  );
  const intervalOf = ({ area }: CountRow) => version.residents.find((entry) => entry.area === area);
  const columns: readonly Column<CountRow>[] = [
    {
      id: 'area',
      title: county === '' ? text.county : text.township,
      sort: ({ area }) => area ?? undefined,
      cell: (row) =>
        county === '' && row !== total ? (
          <button type="button" className="pl-link" onClick={() => update({ county: row.area! })}>
            {nameOf(row.area)}
          </button>
        ) : (
          nameOf(row.area)
        ),
    },
    {
      id: 'resident',
      title: text.residents,
      hint: text.residentsHint,
      numeric: true,
      sort: ({ resident }) => resident,
      cell: (row) =>
        figure(row, 'resident', row.resident, { indicator: 'resident-population', formula: text.residentsFormula }),
    },
    ...(county === ''
      ? [
          {
            id: 'interval',
            title: text.interval,
            hint: text.intervalHint,
            numeric: true,
            cell: (row: CountRow) => {
              const interval = intervalOf(row);
              return interval === undefined
                ? '—'
                : `${wholeNumber(interval.low, language)} – ${wholeNumber(interval.high, language)}`;
            },
          },
        ]
      : []),
    {
      id: 'registered',
      title: text.registered,
      numeric: true,
      sort: ({ registered }) => registered,
      cell: (row) => figure(row, 'registered', row.registered, { indicator: 'registered-population' }),
    },
    {
      id: 'difference',
      title: text.difference,
      hint: text.differenceHint,
      numeric: true,
      sort: difference,
      cell: (row) =>
        figure(row, 'mixed', difference(row), {
          indicator: text.difference,
          formula: text.differenceFormula,
          inputs: (['resident', 'registered'] as const).map((basis) => ({
            name: { zh: registerText.zh[`basis-${basis}`], en: registerText.en[`basis-${basis}`] },
            value: known(row[basis]),
            unit: 'persons',
          })),
        }),
    },
  ];
  return (
    <div className="rg-counts">
      <section className="panel">
        <div className="rg-version-head">
          <h2>{county === '' ? text.byCounty : fill(text.byTownship, { county: nameOf(county) })}</h2>
          {county !== '' && (
            <button type="button" className="pl-link" onClick={() => update({ county: '' })}>
              ‹ {text.allCounties}
            </button>
          )}
        </div>
        <SortableTable
          columns={columns}
          rows={rows}
          pinned={[total]}
          rowKey={({ area }) => area ?? 'unknown'}
          caption={text.counts}
        />
        <p className="source">
          {fill(text.countsNote, { known: version.known })}
          {version.scale > 1 && ` ${fill(text.scaleNote, { scale: version.scale })}`}
        </p>
      </section>
      {county === '' && <CountsMap version={version} rows={rows} onCounty={(code) => update({ county: code })} />}
    </div>
  );
}

const difference = ({ resident, registered }: CountRow): number | undefined =>
  resident === undefined || registered === undefined ? undefined : resident - registered;

const known = (value: number | undefined): number | Missing => value ?? { missing: 'not-reported' };
