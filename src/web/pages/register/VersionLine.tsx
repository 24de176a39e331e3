import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { momentWords, wholeNumber } from '../../figure/format.ts';
import { SimulatedMark } from '../../figure/SimulatedMark.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useAddress } from '../../url/use-address.ts';
import { FactList } from './FactList.tsx';
import type { Version } from './register-figure.ts';
import type { RegisterState, UpdateRegister } from './register-params.ts';
import { registerText } from './text.ts';

/** Which version of the register this is, what it rests on and what it changed. */
export function VersionLine({
  version,
  state,
  update,
}: {
  version: Version;
  state: RegisterState;
  update: UpdateRegister;
}) {
  const text = useText(registerText);
  const language = useLanguage();
  const address = useAddress();
  const count = (value: number): string => wholeNumber(value, language);
  const open = state.lineage === 'files';
  const facts: readonly (readonly [string, ReactNode])[] = [
    [text.known, version.known],
    ...(version.counted === version.known ? [] : [[text.counted, version.counted] as const]),
    ...(version.asked === 0 ? [] : [[text.asked, fill(text.askedPeople, { people: count(version.asked) })] as const]),
    [text.made, momentWords(version.made, language)],
    [text.persons, count(version.persons)],
    [text.records, count(version.records)],
    [
      text.changes,
      fill(text.changed, {
        created: count(version.created),
        merged: count(version.merged),
        split: count(version.split),
      }),
    ],
    [
      text.doubtful,
      <Link key="review" href={address('/review')}>
        {count(version.doubtful)}
      </Link>,
    ],
  ];
  return (
    <>
      <div className="rg-version-head">
        <strong>{fill(text.version, { number: version.number })}</strong>
        {version.simulated && (
          <span>
            <SimulatedMark />{' '}
            <span className="soft">
              {fill(version.scale === 1 ? text.wholeScale : text.scale, { scale: version.scale })}
            </span>
          </span>
        )}
        <Button size="small" aria-expanded={open} onClick={() => update({ lineage: open ? '' : 'files' })}>
          {fill(text.fromFiles, { files: version.batches.length })}
        </Button>
      </div>
      <FactList className="rg-facts" facts={facts} />
    </>
  );
}
