import type { Source } from '#base';
import { useSession } from '../session.tsx';
import { fill } from '../text/catalogue.ts';
import { useLocal, useText } from '../text/language.tsx';
import { figureText } from './text.ts';

/** A source in words: document, section, locating phrase, note; and the plan's full sentence where its text is attached. */
export function SourceNote({ source }: { source: Source }) {
  const { pack, sentences } = useSession();
  const text = useText(figureText);
  const local = useLocal();
  if ('none' in source) return <span className="source">{fill(text.noSource, { reason: source.none })}</span>;
  const document = pack.sources.find((entry) => entry.id === source.doc);
  const section = pack.document.sections.find((entry) => entry.id === source.section);
  const numbered = section === undefined || /^[0-9]/.test(section.id);
  const sectionName =
    `${numbered ? `§${source.section} ` : ''}${section === undefined ? '' : local(section.title)}`.trim();
  const sentence = sentences.find(
    (entry) => entry.section === source.section && entry.words === source.words,
  )?.sentence;
  return (
    <span className="source">
      {document === undefined ? source.doc : local(document.title)}
      {source.section !== undefined && ` ${sectionName}`}
      {source.words !== undefined && sentence === undefined && ` “${source.words}”`}
      {source.note !== undefined && ` (${local(source.note)})`}
      {document?.secondHand === true && ` · ${text.secondHand}`}
      {sentence !== undefined && (
        <q className="sentence" title={text.attachedSentence}>
          {sentence}
        </q>
      )}
    </span>
  );
}
