import type { LocalText } from '#base';
import type { FoundSentence, Pack } from '#plan';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import type { SimulationPool } from '#outlook';
import type { ReactNode } from 'react';
import { createContext, use, useContext } from 'react';
import { browserPool } from './workers/browser-pool.ts';

/** What every page works with: the pack, its figures, the map and the sentences of an attached plan. */
export interface Session {
  readonly pack: Pack;
  readonly book: FigureBook;
  readonly map: GeoJson;
  readonly sentences: readonly FoundSentence[];
  /** Runs trajectories in workers, which start with the first. */
  readonly simulations: SimulationPool;
}

/** As much of GeoJSON as the map needs. */
export interface GeoJson {
  readonly type: 'FeatureCollection';
  readonly attribution?: LocalText;
  readonly features: readonly { readonly properties: { readonly code: string; readonly name: string } }[];
}

const SessionContext = createContext<Session | undefined>(undefined);

/** The one load of the page. */
const firstLoad = once(load);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

async function load(): Promise<Session> {
  const [pack, map, attachment] = await Promise.all([
    getJson<Pack>('/api/pack'),
    getJson<GeoJson>('/api/map'),
    getJson<{ found: readonly FoundSentence[] }>('/api/attachment'),
  ]);
  return { pack, book: openBook(pack), map, sentences: attachment.found, simulations: browserPool(pack) };
}

async function getJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}

/** Loads the session once; suspends until it is there. */
export function SessionProvider({ children }: { children: ReactNode }) {
  return <SessionContext value={use(firstLoad())}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession outside SessionProvider');
  return session;
}
