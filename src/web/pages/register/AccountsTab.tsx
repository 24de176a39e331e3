import type { AccountAnswer } from '#api/answers';
import { findArea } from '#plan';
import { NothingYet } from '../../frame/NothingYet.tsx';
import { FigureValue } from '../../figure/FigureValue.tsx';
import { percent } from '../../figure/format.ts';
import { Answered } from '../../server/Answered.tsx';
import { useAnswer } from '../../server/use-answer.ts';
import { useSession } from '../../session.tsx';
import type { Column } from '../../table/SortableTable.tsx';
import { SortableTable } from '../../table/SortableTable.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../../text/language.tsx';
import { Choose } from '../plan/Choose.tsx';
import type { Version } from './register-figure.ts';
import { registerFigure } from './register-figure.ts';
import type { RegisterState, UpdateRegister } from './register-params.ts';
import { registerText } from './text.ts';

const PARTS = ['before', 'births', 'deaths', 'movedIn', 'movedOut', 'residual', 'after'] as const;

/** The account of each county between two versions; what the events seen do not explain is a column of its own. */
export function AccountsTab({
  version,
  state,
  update,
}: {
  version: Version;
  state: RegisterState;
  update: UpdateRegister;
}) {
  const { pack } = useSession();
  const text = useText(registerText);
  const local = useLocal();
  const language = useLanguage();
  const accounts = useAnswer<readonly AccountAnswer[]>('/api/register/accounts');
  const columns: readonly Column<AccountAnswer>[] = [
    {
      id: 'county',
      title: text.county,
      sort: ({ county }) => county,
      cell: ({ county }) => {
        const area = findArea(pack, county);
        return area === undefined ? county : local(area.name);
      },
    },
    ...PARTS.map((id): Column<AccountAnswer> => ({
      id,
      title: `${SIGNS[id]}${text[id]}`,
      numeric: true,
      sort: (account) => account[id],
      cell: (account) => (
        <>
          <FigureValue
            bare
            at={
              id === 'before' ? account.since : id === 'after' ? account.until : `${account.since} – ${account.until}`
            }
            figure={registerFigure(version, {
              area: account.county,
              basis: account.basis,
              value: account[id],
              indicator: text[id],
              formula: text.accountFormula,
            })}
          />
          {id === 'residual' && account.before > 0 && (
            <small className="soft"> {percent(account.residual / account.before, 2, language)}</small>
          )}
        </>
      ),
      cellClass: () => (id === 'residual' ? 'rg-residual' : ''),
    })),
  ];
  return (
    <section className="panel">
      <div className="pl-filters">
        <Choose
          label={text.basis}
          value={state.basis}
          onChange={(basis) => update({ basis })}
          options={(['resident', 'registered'] as const).map((value) => ({ value, label: text[`basis-${value}`] }))}
        />
      </div>
      <Answered answer={accounts}>
        {(all) => {
          const own = all.filter(({ basis }) => basis === state.basis);
          const first = own.toSorted((a, b) => b.until.localeCompare(a.until))[0];
          if (first === undefined) return <NothingYet title={text.noAccounts} />;
          const rows = own.filter(({ until }) => until === first.until);
          const total = PARTS.reduce(
            (sums, part) => ({ ...sums, [part]: rows.reduce((sum, row) => sum + row[part], 0) }),
            { ...first, county: pack.info.city },
          );
          return (
            <>
              <p>
                <b>{fill(text.period, { since: first.since, until: first.until })}</b>{' '}
                <span className="soft">{text.accountFormula}</span>
              </p>
              <SortableTable
                columns={columns}
                rows={rows}
                pinned={[total]}
                rowKey={({ county }) => county}
                caption={text.accounts}
              />
              <p className="source">{text.residualNote}</p>
            </>
          );
        }}
      </Answered>
    </section>
  );
}

const SIGNS: Readonly<Record<(typeof PARTS)[number], string>> = {
  before: '',
  births: '+ ',
  deaths: '− ',
  movedIn: '+ ',
  movedOut: '− ',
  residual: '+ ',
  after: '= ',
};
