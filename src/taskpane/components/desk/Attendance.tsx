import { Button, SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { deskWords as words } from '../../../messages/pane/desk';
import type { AttendanceMark } from '../../../usecases/contract';
import { countMarks, findPeople } from '../../deskView';
import type { PersonLine } from '../../deskView';
import { useViewStyles } from '../viewStyles';
import { MarkButtons } from './MarkButtons';

interface AttendanceProps {
  readonly people: readonly PersonLine[];
  readonly rule: string;
  readonly canMarkTheRest: boolean;
  readonly onMark: (name: string, mark: AttendanceMark) => void;
  readonly onMarkTheRest: () => void;
}

/** The whole association by name, ticked one by one or all at once. */
export const Attendance = (props: AttendanceProps): ReactElement => {
  const { people, rule, canMarkTheRest, onMark, onMarkTheRest } = props;
  const view = useViewStyles();
  const [query, setQuery] = useState('');
  const { present, absent, unmarked, guests } = countMarks(people);
  const found = findPeople(people, query);
  return (
    <section className={view.section} aria-labelledby="desk-attendance">
      <h3 id="desk-attendance" className={view.subtitle}>
        {words.attendance}
      </h3>
      {rule !== '' && <p className={view.quiet}>{rule}</p>}
      {people.length === 0 ? (
        <p className={view.text}>{words.noPeople}</p>
      ) : (
        <>
          <SearchBox
            value={query}
            placeholder={words.search}
            aria-label={words.search}
            dismiss={{ 'aria-label': words.clearSearch }}
            style={{ maxWidth: 'none' }}
            onChange={(_, { value }) => {
              setQuery(value);
            }}
          />
          <div>
            <Button
              size="small"
              disabledFocusable={unmarked === 0 || !canMarkTheRest}
              onClick={onMarkTheRest}
            >
              {absent === 0 ? words.everybody : words.everybodyElse}
            </Button>
          </div>
          <p role="status" className={view.quiet}>
            {words.counted(present, absent, unmarked, guests)}
          </p>
          <div>
            {found.map((person) => (
              <MarkButtons key={person.name} {...person} onMark={onMark} />
            ))}
          </div>
          {found.length === 0 && <p className={view.text}>{words.nobodyFound}</p>}
        </>
      )}
    </section>
  );
};
