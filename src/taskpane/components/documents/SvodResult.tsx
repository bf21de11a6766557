import { Button, mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactElement } from 'react';
import { svodPaneWords as words } from '../../../messages/pane/svod';
import type { SvodReport } from '../../../usecases/contract';
import { viewAssociations } from '../../svodView';
import type { AssociationView } from '../../svodView';
import type { EarlyViewProps } from '../../view';
import { Foldable } from '../adoption/Foldable';
import { LongList } from '../adoption/LongList';
import { Mark } from '../Mark';
import { useViewStyles } from '../viewStyles';
import { HandedNotice } from './HandedNotice';
import { useFile } from './made';

interface SectionProps {
  readonly name: string;
  readonly items: readonly string[];
  readonly isOpen?: boolean;
}

/** A folded list of sentences; nothing where there are none. */
const Section = ({ name, items, isOpen = false }: SectionProps): ReactElement | null => {
  const view = useViewStyles();
  if (items.length === 0) return null;
  return (
    <Foldable name={name} count={words.count(items.length)} isOpenAtFirst={isOpen}>
      <LongList
        items={items.map((text, index) => ({ text, index }))}
        keyOf={({ index }) => String(index)}
        height={40}
      >
        {({ text }) => <p className={view.text}>{text}</p>}
      </LongList>
    </Foldable>
  );
};

const AssociationCard = ({ association }: { readonly association: AssociationView }): ReactElement => {
  const view = useViewStyles();
  const { name, file, isAnonymous, readiness, overdue, next, differing } = association;
  const { percent, rowsWithValue, rows } = readiness;
  const bad: readonly string[] = [
    ...(overdue > 0 ? [words.overdue(overdue)] : []),
    ...(differing.length > 0 ? [words.discrepant(differing.length)] : []),
  ];
  const lines: readonly string[] = [
    words.ready(percent, rowsWithValue, rows),
    ...(isAnonymous ? [words.anonymous] : []),
  ];
  return (
    <div className={view.card} data-association={name}>
      <p className={view.strong}>{name}</p>
      <p className={mergeClasses(view.text, percent === 100 ? view.good : view.calm)}>{lines.join(', ')}</p>
      {bad.length > 0 && (
        <p className={mergeClasses(view.text, view.danger)}>
          <Mark shape="attention" /> {bad.join('; ')}
        </p>
      )}
      {next !== null && <p className={view.quiet}>{words.next(next.title, next.due, next.daysLeft)}</p>}
      <p className={view.quiet}>{words.inFile(file)}</p>
    </div>
  );
};

interface SvodResultProps extends Pick<EarlyViewProps, 'ask' | 'canSave'> {
  readonly report: SvodReport;
  /** How many were chosen. */
  readonly files: number;
}

/** What joining came to: who sent, how complete, who is missing, what could not be read; and the files to keep. */
export const SvodResult = ({ report, files, ask, canSave }: SvodResultProps): ReactElement => {
  const view = useViewStyles();
  const id = useId();
  const making = useFile({ ask, canSave });
  const { svod, name, bytes } = report;
  const { associations, absent, failures, duplicates, shared, notices } = svod;
  const differing = associations.filter(({ discrepancies }) => discrepancies.length > 0);
  const isEmpty = associations.length === 0;
  return (
    <>
      <section className={view.panel} aria-labelledby={id}>
        <h3 id={id} className={view.subtitle}>
          {isEmpty ? words.nothing : words.joined(associations.length, files)}
        </h3>
        {absent === null ? (
          <p className={view.quiet}>{words.unknownAbsent}</p>
        ) : (
          absent.length === 0 && (
            <p className={mergeClasses(view.text, view.good)}>
              <Mark shape="check" /> {words.nobodyAbsent}
            </p>
          )
        )}
        {!isEmpty && (
          <div className={view.row}>
            <Button
              appearance="primary"
              disabledFocusable={making.isMaking}
              onClick={() => {
                void making.make(() => Promise.resolve({ name, bytes }));
              }}
            >
              {canSave ? words.save : words.openSvod}
            </Button>
            {canSave && (
              <Button
                disabledFocusable={making.isMaking}
                onClick={() => {
                  void making.make(({ generalPlanFile }) => generalPlanFile(svod, 'docx'));
                }}
              >
                {words.planWord}
              </Button>
            )}
            <Button
              disabledFocusable={making.isMaking}
              onClick={() => {
                void making.make(({ generalPlanFile }) => generalPlanFile(svod, 'xlsx'));
              }}
            >
              {words.planBook}
            </Button>
          </div>
        )}
        <HandedNotice making={making} />
      </section>
      <Section name={words.absent} items={absent ?? []} isOpen />
      <Section
        name={words.failures}
        items={failures.map(({ file, reason }) => `${file}: ${reason}`)}
        isOpen
      />
      <Section
        name={words.duplicates}
        items={duplicates.map(({ association, taken, file }) => words.taken(association, taken, file))}
      />
      <Section
        name={words.discrepancies}
        items={differing.map((each) =>
          words.discrepancy(
            each.name,
            each.discrepancies.map(({ no }) => no),
          ),
        )}
      />
      <Section
        name={words.shared}
        items={shared.map((each) =>
          [
            words.sharedOne(each.name, each.organisation, each.associations),
            ...(each.isOne ? [] : [words.maybe]),
          ].join('. '),
        )}
      />
      <Section name={words.notices} items={notices} />
      {!isEmpty && (
        <Foldable name={words.associations} count={words.count(associations.length)} isOpenAtFirst>
          <LongList items={viewAssociations(svod)} keyOf={({ name: each }) => each} height={130}>
            {(association) => <AssociationCard association={association} />}
          </LongList>
        </Foldable>
      )}
    </>
  );
};
