import type { CitedSource, Problem, Source } from '#base';
import type { Pack } from './pack.ts';

/** A citation of the plan found in the text that a user attached. */
export interface FoundSentence {
  readonly section: string;
  readonly words: string;
  /** The full sentence (or table line) that holds the phrase. */
  readonly sentence: string;
}

export interface AttachmentReport {
  readonly found: readonly FoundSentence[];
  readonly problems: readonly Problem[];
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/**
 * Looks up every locating phrase of the pack in a plan text. White space does not count. A sentence ends at 。!?; or
 * at a line's end, as tables have no full stops.
 */
export function locatePhrases(pack: Pack, text: string): AttachmentReport {
  const sentences = text
    .split(/\r?\n|(?<=[。!?;!?;])/)
    .map((sentence) => ({ sentence: sentence.trim(), squeezed: squeeze(sentence) }))
    .filter(({ squeezed }) => squeezed !== '');
  const found: FoundSentence[] = [];
  const problems: Problem[] = [];
  for (const { section, words } of planCitations(pack)) {
    const hit = sentences.find(({ squeezed }) => squeezed.includes(squeeze(words)));
    if (hit !== undefined) found.push({ section, words, sentence: hit.sentence });
    else
      problems.push({
        code: 'plan.phrase-not-found',
        severity: 'warning',
        where: { path: section },
        params: { words, section },
      });
  }
  return { found, problems };
}

/** Every distinct citation of the plan itself in the pack. */
function planCitations(pack: Pack): { section: string; words: string }[] {
  const citations = new Map<string, { section: string; words: string }>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    if (isPlanCitation(node)) citations.set(`${node.section} ${node.words}`, node);
    Object.values(node).forEach(visit);
  };
  const { indicators, warnings, statements, coverage, scenarios, baseline, uncertainty } = pack;
  visit([indicators, warnings, statements, coverage, scenarios, baseline.info, uncertainty]);
  return [...citations.values()];
}

const isPlanCitation = (node: object): node is { section: string; words: string } & CitedSource => {
  const source = node as Source;
  return 'doc' in source && source.doc === 'plan' && source.section !== undefined && source.words !== undefined;
};
