import type { RegisterFiguresAnswer } from '#api/answers';
import type { Figure } from '#base';
import { isMissing } from '#base';
import { findIndicator } from '#plan';
import { FigureValue } from '../../../figure/FigureValue.tsx';
import { signedNumber, signedValue, unitName } from '../../../figure/format.ts';
import { SimulatedMark } from '../../../figure/SimulatedMark.tsx';
import { figureText } from '../../../figure/text.ts';
import { NothingYet } from '../../../frame/NothingYet.tsx';
import { Answered } from '../../../server/Answered.tsx';
import { useAnswer } from '../../../server/use-answer.ts';
import { useSession } from '../../../session.tsx';
import type { Column } from '../../../table/SortableTable.tsx';
import { SortableTable } from '../../../table/SortableTable.tsx';
import { fill } from '../../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../../text/language.tsx';
import type { Version } from '../register-figure.ts';
import type { RegisterState } from '../register-params.ts';
import { statisticsText } from './text.ts';

type Row = RegisterFiguresAnswer['figures'][number];

/** Every indicator with a formula on the register, beside what the product shows without it. */
export function FiguresPanel({ version, state }: { version: Version; state: RegisterState }) {
  const { pack } = useSession();
  const text = useText(statisticsText);
  const area = state.county === '' ? pack.info.city : state.county;
  const answer = useAnswer<RegisterFiguresAnswer>(`/api/register/figures?area=${area}`);
  return (
    <section className="panel">
      <h2>{text.figures}</h2>
      <Answered answer={answer}>
        {({ register, year, figures }) =>
          register === null ? (
            <NothingYet title={text.none} />
          ) : (
            <>
              <Table rows={figures} />
              <p className="source">
                {version.simulated && <SimulatedMark />} {fill(text.figuresNote, { year })}
                {version.scale > 1 && ` ${fill(text.scaleNote, { scale: version.scale })}`}
              </p>
            </>
          )
        }
      </Answered>
    </section>
  );
}

/** Known on both sides first, then what the register alone or the others alone know. */
const order = ({ register, other }: Row): number =>
  Number(isMissing(register.value)) * 2 + Number(isMissing(other.value));

function Table({ rows }: { rows: readonly Row[] }) {
  const { pack } = useSession();
  const text = useText(statisticsText);
  const words = useText(figureText);
  const local = useLocal();
  const language = useLanguage();
  const column = (id: 'register' | 'other', title: string): Column<Row> => ({
    id,
    title,
    numeric: true,
    sort: (row) => numberOf(row[id]),
    cell: (row) => (
      <>
        <FigureValue figure={row[id]} bare />
        {id === 'other' && !isMissing(row.other.value) && (
          <small className="soft">
            {' '}
            {row.other.year === row.register.year ? words[row.other.status] : row.other.year}
          </small>
        )}
      </>
    ),
  });
  const columns: readonly Column<Row>[] = [
    {
      id: 'indicator',
      title: text.indicator,
      sort: ({ register }) => register.indicator,
      cell: ({ register: { indicator, unit, basis } }) => (
        <>
          {local(findIndicator(pack, indicator)!.label)}{' '}
          <small className="soft">
            {[unitName(pack, unit, language), basis === 'none' ? '' : words[basis]].filter(Boolean).join(' · ')}
          </small>
        </>
      ),
    },
    column('register', text.onRegister),
    column('other', text.other),
    {
      id: 'difference',
      title: text.difference,
      numeric: true,
      sort: difference,
      cell: (row) => {
        const found = difference(row);
        return found === undefined ? '—' : signedValue(pack, found, row.register.unit, language);
      },
    },
    {
      id: 'relative',
      title: text.relative,
      numeric: true,
      sort: relative,
      cell: (row) => {
        const found = relative(row);
        return found === undefined ? '—' : `${signedNumber(100 * found, 1, language)} %`;
      },
    },
  ];
  return (
    <SortableTable
      columns={columns}
      rows={rows.toSorted((a, b) => order(a) - order(b))}
      rowKey={({ register }) => register.indicator}
      caption={text.figures}
    />
  );
}

const numberOf = ({ value }: Figure): number | undefined => (isMissing(value) ? undefined : value);

function difference({ register, other }: Row): number | undefined {
  const [here, there] = [numberOf(register), numberOf(other)];
  const alike = register.basis === other.basis && register.year === other.year;
  return here === undefined || there === undefined || !alike ? undefined : here - there;
}

function relative(row: Row): number | undefined {
  const [apart, there] = [difference(row), numberOf(row.other)];
  return apart === undefined || there === undefined || there === 0 ? undefined : apart / Math.abs(there);
}
