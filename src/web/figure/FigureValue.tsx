import type { Figure } from '#base';
import { isMissing } from '#base';
import { Button, Popover } from 'antd';
import { useSession } from '../session.tsx';
import { fill } from '../text/catalogue.ts';
import { useLanguage, useLocal, useText } from '../text/language.tsx';
import { formatValue, unitName } from './format.ts';
import { SourceNote } from './SourceNote.tsx';
import { figureText } from './text.ts';

/** A figure as a number with its unit that tells, when pressed, what it is, how it came about and from where. */
export function FigureValue({
  figure,
  large = false,
  bare = false,
  at,
}: {
  figure: Figure;
  large?: boolean;
  bare?: boolean;
  /** The day or days that it is of, where that is not the end of its year or the whole of it. */
  at?: string;
}) {
  const { pack } = useSession();
  const text = useText(figureText);
  const language = useLanguage();
  const absent = isMissing(figure.value);
  const shown = isMissing(figure.value)
    ? text[figure.value.missing]
    : formatValue(pack, figure.value, figure.unit, language);
  return (
    <Popover trigger="click" content={<Why figure={figure} at={at} />} title={text.why}>
      <Button
        type="text"
        size="small"
        className={`figure ${large ? 'large' : ''} ${absent ? 'absent' : ''} ${figure.status}`}
      >
        <span className="figure-number">{shown}</span>
        {!absent && !bare && <span className="figure-unit"> {unitName(pack, figure.unit, language)}</span>}
      </Button>
    </Popover>
  );
}

function Why({ figure, at }: { figure: Figure; at: string | undefined }) {
  const { pack } = useSession();
  const text = useText(figureText);
  const local = useLocal();
  const language = useLanguage();
  const indicator = pack.indicators.find((entry) => entry.id === figure.indicator);
  const area = pack.areas.find((entry) => entry.code === figure.area);
  const scenario = pack.scenarios.find((entry) => entry.id === figure.scenario);
  const { explanation } = figure;
  return (
    <dl className="why">
      <dt>{area === undefined ? figure.area : local(area.name)}</dt>
      <dd>{indicator === undefined ? figure.indicator : local(indicator.label)}</dd>
      <dt>{text.value}</dt>
      <dd>
        {isMissing(figure.value)
          ? `${text[figure.value.missing]}${figure.value.what === undefined ? '' : ` (${figure.value.what})`}`
          : `${formatValue(pack, figure.value, figure.unit, language)} ${unitName(pack, figure.unit, language)}`}
      </dd>
      <dt>{text.year}</dt>
      <dd>{at ?? fill(text.yearEnd, { year: figure.year })}</dd>
      <dt>{text.basis}</dt>
      <dd>{text[figure.basis]}</dd>
      <dt>{text.status}</dt>
      <dd>{text[figure.status]}</dd>
      {scenario !== undefined && (
        <>
          <dt>{text.scenario}</dt>
          <dd>{local(scenario.label)}</dd>
        </>
      )}
      <dt>{text.source}</dt>
      <dd>
        <SourceNote source={figure.source} />
      </dd>
      {explanation !== undefined && (
        <>
          <dt>{text.formula}</dt>
          <dd>
            <code>{explanation.formula}</code>
          </dd>
          {explanation.inputs.length > 0 && (
            <>
              <dt>{text.inputs}</dt>
              <dd>
                <ul>
                  {explanation.inputs.map((input) => (
                    <li key={input.name.en}>
                      {local(input.name)}:
                      {isMissing(input.value)
                        ? text[input.value.missing]
                        : formatValue(pack, input.value, input.unit, language)}{' '}
                      {unitName(pack, input.unit, language)}
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </>
      )}
    </dl>
  );
}
