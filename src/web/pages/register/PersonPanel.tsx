import type { PanoramaAnswer } from '#api/answers';
import { percent } from '../../figure/format.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { FactList } from './FactList.tsx';
import { personText } from './person-text.ts';
import { useWords } from './use-words.ts';

/** 人: the person, masked. */
export function PersonPanel({ panorama }: { panorama: PanoramaAnswer }) {
  const text = useText(personText);
  const language = useLanguage();
  const words = useWords();
  const { resident, died } = panorama;
  const facts: readonly (readonly [string, string])[] = [
    [text.name, panorama.name ?? text.unnamed],
    [text.number, panorama.number ?? '—'],
    [text.sex, words.code('sex', panorama.sex)],
    [text.born, panorama.born ?? '—'],
    ...(died === null ? [] : [[text.died, died] as const]),
    [text.nationality, words.code('nationality', panorama.nationality)],
    [text.education, words.code('education', panorama.education)],
    [text.maritalStatus, words.code('marital-status', panorama.maritalStatus)],
    [text.hukou, panorama.registered ? text.registeredHere : text.notRegisteredHere],
    [text.place, words.place(panorama.county, panorama.township)],
    [text.resident, resident === null ? '—' : percent(resident, 1, language)],
  ];
  return (
    <section>
      <h3>
        {text.who} <small className="soft">{panorama.person}</small>
      </h3>
      <FactList className="rg-person-facts" facts={facts} />
    </section>
  );
}
