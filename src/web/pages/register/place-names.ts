import { createContext } from 'react';

/** Names of places outside the pack by code, as the server gives them with an answer. */
export const PlaceNames = createContext<Readonly<Record<string, string>>>({});
