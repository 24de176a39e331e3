import type { LocalText } from '#base';
import type { Indicator } from '#plan';
import { useLocal, useText } from '../text/language.tsx';
import { TOPICS, topicText } from './topics.ts';

export interface TopicOption {
  readonly id: string;
  readonly label: LocalText;
  readonly topic: Indicator['topic'];
}

/** Options of a list, grouped by the topics of their indicators. */
export function TopicOptions({ options }: { options: readonly TopicOption[] }) {
  const text = useText(topicText);
  const local = useLocal();
  return TOPICS.map((topic) => {
    const group = options.filter((option) => option.topic === topic);
    return group.length === 0 ? null : (
      <optgroup key={topic} label={text[topic]}>
        {group.map(({ id, label }) => (
          <option key={id} value={id}>
            {local(label)}
          </option>
        ))}
      </optgroup>
    );
  });
}
