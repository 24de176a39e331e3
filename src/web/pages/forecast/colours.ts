/** Colours of the laboratory: the reference is grey and dashed, the user's own line orange and solid; also told apart by dash and mark. */
export const COLOURS = {
  ink: '#1f2d3a',
  soft: '#5b6b79',
  line: '#d9e0e6',
  reference: '#55646f',
  own: '#c2410c',
  observed: '#1f2d3a',
  plan: '#00735c',
  male: '#8fb8de',
  female: '#e7b5a0',
} as const;

export const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif";

export const REFERENCE_DASH = '7 4';
