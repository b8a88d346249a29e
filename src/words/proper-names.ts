/** Names that title case alone would miswrite: inner capitals, small parts, acronyms' twins. */
export const properNames: readonly string[] = `
  al-Qaeda; al-Qaida; al Qaeda; al Qaida; al Shabaab; al-Shabaab; al Jazeera; al-Jazeera; Xi Jinping;
  Kim Il-sung; Kim Jong-il; Kim Jong-un; DR Congo; Hu Jintao; Li Peng; Li Keqiang; Ho Chi Minh; Mao;
  Ban Ki-moon; Ng; Rio Tinto; ExxonMobil; ConocoPhillips; LukOil; GlaxoSmithKline; McDonnell;
  MiG; Su-24; Su-25; Su-27; Su-30; Mi-8; Mi-8s; Mi-17; Mi-17s; Mi-24; Mi-24s; Mi-26; Tu-154; Il-76; An-12; An-24;
  An-26; An-124; PetroChina; PetroVietnam; AmCham; AmChams; DynCorp; YouTube; al-Assad; al-Maliki;
  al-Sadr; ElBaradei; bin Laden; Airbus; Dalai Lama; Aung San Suu Kyi;
  Shi'a; Shi'ite; Shi'ites; Qur'an; Sana'a; Ba'ath; Ba'athist; Nagorno-Karabakh; Guinea-Bissau;
  State of the Union; Mid-East; Vice-President; Secretary-General; Director-General;
  Charge d'Affaires; coup d'Etat; Hors d'Oeuvres; DeGaulle; de Gaulle; de Klerk; da Silva; do Amaral
`
  .split(';')
  .map((name) => name.trim())
