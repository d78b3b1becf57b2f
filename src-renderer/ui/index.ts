export {
  Badge,
  RatingBadge,
  RatingIcon,
  useRatingLabel,
  VerifiabilityBadge,
  VerifiabilityShape,
} from './badge.tsx';
export { Button, IconButton, ToggleButton } from './button.tsx';
export { Checkbox, NumberField, Slider, Switch } from './choices.tsx';
export { cx } from './class-names.ts';
export { Dialog } from './dialog.tsx';
export { EmptyState } from './empty-state.tsx';
export { Keys, keyName } from './kbd.tsx';
export { MenuButton, PopoverButton, type MenuEntry } from './menu.tsx';
export { Meter, ProgressBar } from './meter.tsx';
export { PickOne, PickSeveral } from './picker.tsx';
export { Select, type Option } from './select.tsx';
export { Card, Page } from './page.tsx';
export { Tabs } from './tabs.tsx';
export { TagEditor } from './tag-editor.tsx';
export { TextArea, TextField } from './text-field.tsx';
export { toast } from './toasts.ts';
