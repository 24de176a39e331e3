import type { ReactNode } from 'react';
import { Fragment } from 'react';

/** A text whose `{name}` parts are elements, so that numbers in sentences stay figures. */
export function Sentence({ text, parts }: { text: string; parts: Readonly<Record<string, ReactNode>> }) {
  return (
    <>
      {text.split(/(\{\w+\})/).map((piece, index) => {
        const name = /^\{(\w+)\}$/.exec(piece)?.[1];
        return <Fragment key={index}>{name === undefined ? piece : parts[name]}</Fragment>;
      })}
    </>
  );
}
