import type { Indicator } from '#plan';
import { catalogue } from '../text/catalogue.ts';

/** The order in which indicators are listed. */
export const TOPICS = [
  'size',
  'fertility',
  'structure',
  'quality',
  'distribution',
  'security',
  'services',
  'governance',
] as const satisfies readonly Indicator['topic'][];

export const topicText = catalogue(
  {
    size: '规模',
    fertility: '生育',
    structure: '结构',
    quality: '素质',
    distribution: '分布',
    security: '保障',
    services: '服务',
    governance: '治理',
  },
  {
    size: 'Size',
    fertility: 'Fertility',
    structure: 'Structure',
    quality: 'Quality',
    distribution: 'Distribution',
    security: 'Social security',
    services: 'Services',
    governance: 'Governance',
  },
);
