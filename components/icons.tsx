// The icons of card, popup and pages, and a button that is one.

const paths = {
  back: 'M10 3 5 8l5 5',
  forward: 'm6 3 5 5-5 5',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  pin: 'M6 2.5h4L9.5 7 12 9.5H4L6.5 7zM8 9.5V14',
};

export type IconName = keyof typeof paths;

const Icon = ({ name }: { name: IconName }) => (
  <svg class={name} viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

/** Apart from `paths`, so that the card's script does not carry it. */
export const SearchIcon = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d="M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zm3.3-1.2L14 14" />
  </svg>
);

export function IconButton({
  icon,
  label,
  ...rest
}: {
  icon: IconName;
  label: string;
  onClick: () => void;
  'aria-pressed'?: boolean;
}) {
  return (
    <button class="icon" type="button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
