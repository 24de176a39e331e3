import { Empty } from 'antd';

/** That there is nothing to show yet, and the commands that change it. */
export function NothingYet({ title, commands = [] }: { title: string; commands?: readonly string[] }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={title}>
      {commands.length > 0 && <pre className="commands">{commands.join('\n')}</pre>}
    </Empty>
  );
}
