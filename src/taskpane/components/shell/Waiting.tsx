import { Skeleton, SkeletonItem, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { shellWords as words } from '../../../messages/pane/shell';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  block: { height: '72px' },
});

/** The place of what is still being read or fetched. */
export const Waiting = (): ReactElement => {
  const styles = useStyles();
  return (
    <Skeleton className={styles.root} aria-label={words.loading}>
      <SkeletonItem size={24} style={{ width: '60%' }} />
      <SkeletonItem className={styles.block} />
      <SkeletonItem size={16} />
      <SkeletonItem size={16} style={{ width: '80%' }} />
      <SkeletonItem className={styles.block} />
    </Skeleton>
  );
};
