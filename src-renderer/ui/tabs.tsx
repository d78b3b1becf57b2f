import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import { cx } from './class-names.ts';
import css from './tabs.module.css';

export type TabEntry<T extends string> = {
  readonly id: T;
  readonly label: ReactNode;
  readonly content: ReactNode;
};

export function Tabs<T extends string>(props: {
  readonly label: string;
  readonly tabs: readonly TabEntry<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  return (
    <AriaTabs
      className={cx(css['tabs'])}
      selectedKey={props.value}
      onSelectionChange={(key) => {
        const chosen = props.tabs.find((tab) => tab.id === key);
        if (chosen) props.onChange(chosen.id);
      }}
    >
      <TabList aria-label={props.label} className={cx(css['list'])} items={props.tabs}>
        {(tab) => (
          <Tab id={tab.id} className={cx(css['tab'])}>
            {tab.label}
          </Tab>
        )}
      </TabList>
      {props.tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx(css['panel'])}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
