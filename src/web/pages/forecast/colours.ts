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

/** Line styles of scenarios by their place in the pack: each with a colour and a dash of its own. */
export const SCENARIO_STYLES = [
  { colour: '#4d4d4d', width: 2, dash: '2 3' },
  { colour: '#00735c', width: 2, dash: '12 4' },
  { colour: '#6a51a3', width: 2, dash: '7 4' },
  { colour: '#0b5a8a', width: 2, dash: '14 3 2 3' },
  { colour: '#a8326e', width: 2, dash: '5 2 1 2' },
  { colour: '#7d5a00', width: 2, dash: '9 3 2 3 2 3' },
] as const;

/** Line styles of scenarios that the user saved, by their place in the list. */
export const SAVED_STYLES = [
  { colour: '#b8336a', width: 2, dash: '4 2' },
  { colour: '#8a5a00', width: 2, dash: '10 2 2 2' },
  { colour: '#1f7a8c', width: 2, dash: '3 3' },
  { colour: '#6b2d0f', width: 2, dash: '8 2 4 2' },
] as const;
