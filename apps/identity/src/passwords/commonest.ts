/** Beginnings people choose most; with digits and signs around them they are as common. Shorter than ten alone, they count in combinations. */
const words =
  'password passw0rd passwort parol пароль сырсоз сырсөз qwerty qwertyuiop qwertyui qwerty123 йцукен йцукенгшщз йцукенгшщзх asdfghjkl asdfgh фывапролд zxcvbnm ячсмить ' +
  'admin administrator user login welcome letmein iloveyou monkey dragon football baseball superman batman master sunshine princess ' +
  'kyrgyzstan кыргызстан киргизия bishkek бишкек kyrgyz кыргыз manas манас osh ош алатоо alatoo issykkul иссыккуль ысыккол ысыккөл ' +
  'kyzmat кызмат tunduk тундук түндүк portal портал gosuslugi госуслуги привет любовь наташа александр aibek айбек aigul айгул айгүл azamat азамат nursultan нурсултан ' +
  'changeme default secret computer internet samsung google trustno1 whatever starwars qazwsx qazwsxedc 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx abc123 abcd1234 a1b2c3d4';

const single = words.split(' ');
/** Two of them one after the other make ten characters and no better password. */
const doubled = single.map((word) => word + word);

export const commonest: ReadonlySet<string> = new Set([
  ...single,
  ...doubled,
  'passwordpassword1',
  'iloveyou123',
  'qwerty12345',
  'qwerty123456',
  'qwertyuiop123',
  'q1w2e3r4t5',
  'q1w2e3r4t5y6',
  '1q2w3e4r5t6y',
  '1234qwerasdf',
  '123qweasdzxc',
  'qweasdzxc123',
  'adminadmin1',
  'correcthorsebatterystaple',
]);
