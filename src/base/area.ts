/** GB/T 2260 division code: two digits province, two prefecture, two county (six in all); nine for a township. */
export type AreaCode = string;

export type AreaLevel = 'province' | 'city' | 'county' | 'township';

export interface Area {
  readonly code: AreaCode;
  readonly name: LocalText;
  readonly level: AreaLevel;
  readonly parent?: AreaCode | undefined;
  /** Land area in km². */
  readonly landArea?: number | undefined;
}

/** A text in the product's two languages. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof LocalText;
