import type { LocalText } from './area.ts';

/**
 * Where a number comes from. Either a document of the pack's source list, located as closely as known,
 * or an honest `none` with the reason.
 */
export type Source = CitedSource | { readonly none: string };

export interface CitedSource {
  /** Id in the pack's `sources.yaml`; `plan` is the plan itself. */
  readonly doc: string;
  /** Section, box or table id of the document outline; required for `plan`. */
  readonly section?: string | undefined;
  /** A short phrase of the document, some 20 characters, by which the place is found. */
  readonly words?: string | undefined;
  readonly note?: LocalText | undefined;
}
