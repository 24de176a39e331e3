import { fill, wordFor } from '../../text/catalogue.ts';

/** What an action was done to, in words; keys stay as they are, shortened where they are long. `datasetOf` names a feed. */
export function subjectWords(
  { kind, subject }: { readonly kind: string; readonly subject: string },
  text: Readonly<Record<string, string>>,
  datasetOf: (id: string) => string,
): string {
  switch (kind) {
    case 'person.sought':
      return fill(text['by']!, {
        fields: subject
          .split('+')
          .map((field) => wordFor(text, field))
          .join(' + '),
      });
    case 'pair.seen':
    case 'pair.decided':
      return subject
        .split('|')
        .map((record) => {
          const [dataset = '', key = ''] = record.split('.');
          return `${datasetOf(dataset)} ${key.slice(0, 6)}`;
        })
        .join(' – ');
    case 'quarantine.seen':
    case 'file.handed-in':
    case 'row.corrected': {
      const [dataset = '', batch, line] = subject.split('/');
      if (batch === undefined) return datasetOf(dataset);
      if (batch === 'refused') return `${datasetOf(dataset)} · ${text['refused']}`;
      return `${datasetOf(dataset)} · ${fill(text[line === undefined ? 'batch' : 'line']!, { batch: batch.slice(0, 8), line: line ?? '' })}`;
    }
    case 'register.refreshed':
    case 'trail.seen':
      return '—';
    default:
      return subject;
  }
}
