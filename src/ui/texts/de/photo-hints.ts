/** What is said of a photo before it is taken, in German. */
export const photoHints = {
  dark: 'Zu dunkel: Drehen Sie sich zum Licht.',
  bright: 'Fast alles weiß: Drehen Sie sich aus dem grellen Licht, oder gehen Sie näher heran.',
  blurred: 'Unscharf: Halten Sie still, oder gehen Sie etwas zurück.',
  far: 'Klein im Bild: Gehen Sie näher heran.',
  good: 'Hell und scharf genug.',
} as const;
