import type { Figure } from '#base';
import type { Light, TargetStatus } from '#monitoring';
import type { DatedValue, Pack } from '#plan';

/** Whether a target stands in one of the plan's boxes (专栏): its main indicators. */
export function isBoxed(pack: Pack, status: TargetStatus): boolean {
  const boxes = pack.document.sections.filter((section) => section.kind === 'box').map((section) => section.id);
  const main = boxes[0];
  return status.targets.some(
    (target) => 'section' in target.source && target.source.section !== undefined && target.source.section === main,
  );
}

/** How much a target is to be preferred among those of its year; lower is better. */
const rank = (target: DatedValue): number =>
  (target.doubtful === undefined ? 0 : 2) + (target.text === undefined ? 0 : 1);

/** The target of each year, one a year: numbers before words, undoubted before doubtful ones. */
export function targetsByYear({ targets }: TargetStatus): ReadonlyMap<number, DatedValue> {
  const byYear = new Map<number, DatedValue>();
  for (const target of targets) {
    const known = byYear.get(target.at);
    if (known === undefined || rank(target) < rank(known)) byYear.set(target.at, target);
  }
  return byYear;
}

/** Where the plan starts from: the baseline of the area, or undefined where it gives none. */
export const baselineOf = (pack: Pack, { indicator, area }: TargetStatus): DatedValue | undefined => {
  const stated = indicator.values.filter(
    (value) => value.role === 'baseline' && (value.area ?? pack.info.city) === area && value.doubtful === undefined,
  );
  return stated[stated.length - 1];
};

/** Where the plan's path stands in the year of the latest figure, as a figure. */
export function plannedFigure(status: TargetStatus): Figure | undefined {
  const { latest, planned, indicator } = status;
  if (latest === undefined || planned === undefined) return undefined;
  const first = status.targets[0];
  return {
    ...latest,
    value: planned,
    status: 'target',
    source: first?.source ?? { none: 'path' },
    explanation: {
      formula: `path: ${indicator.path ?? 'none'}`,
      inputs: status.targets.flatMap((target) =>
        target.value === undefined
          ? []
          : [
              {
                name: { zh: `${target.at}年目标`, en: `target ${target.at}` },
                value: target.value,
                unit: indicator.unit,
                source: target.source,
              },
            ],
      ),
    },
  };
}

/** How far the latest figure is from where the plan's path stands, as a figure. */
export function gapFigure(status: TargetStatus): Figure | undefined {
  const { latest, gap, planned, indicator } = status;
  if (latest === undefined || gap === undefined || planned === undefined) return undefined;
  return {
    ...latest,
    value: gap,
    explanation: {
      formula: 'x − x*',
      inputs: [
        {
          name: { zh: '最新实绩', en: 'latest actual' },
          value: latest.value,
          unit: indicator.unit,
          source: latest.source,
        },
        { name: { zh: '同年应达', en: 'due that year' }, value: planned, unit: indicator.unit },
      ],
    },
  };
}

/** Lights in the order of their urgency. */
export const LIGHT_ORDER: readonly Light[] = ['red', 'yellow', 'green', 'grey'];
