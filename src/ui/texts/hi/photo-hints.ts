/** What is said of a photo before it is taken, in Hindi. */
export const photoHints = {
  dark: 'बहुत अँधेरा है: रोशनी की ओर मुड़ें।',
  bright: 'ज़्यादातर सफ़ेद है: चकाचौंध से हटें या पास आएँ।',
  blurred: 'धुंधला है: स्थिर रहें या थोड़ा पीछे जाएँ।',
  far: 'तस्वीर में छोटा है: पास आएँ।',
  good: 'रोशनी और साफ़ी काफ़ी है।',
} as const;
