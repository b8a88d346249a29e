/** Invented cables for whole-program tests. */

/** A short one, with a word that stands nowhere else. */
export const ferry = `VZCZCXRO0101
OO RUEHC
DE RUEHPC #9501/01 1231200
ZNY CCCCC ZZH
R 031200Z MAY 06
FM AMEMBASSY LOME
TO RUEHC/SECSTATE WASHDC 0001
BT
C O N F I D E N T I A L LOME 009501

SIPDIS

E.O. 12958: DECL: 05/03/2016
TAGS: PREL, EWWT
SUBJECT: THE FERRY TO ZENDA SAILS AGAIN

REF: A. FREDVILLE 402
     B. 05 ZENDA 33

1. (C) Summary: The ferry sailed with forty sheep and a quartermaster
called Jane Doe.  End summary.

2. (SBU) The sheep did not comment.
ROE
BT
#9501
NNNN
`

/** Another, that refers to the first. */
export const sheep = `VZCZCXRO0102
RR RUEHC
DE RUEHPC #9502/01 1241200
ZNR UUUUU ZZH
R 041200Z MAY 06
FM AMEMBASSY LOME
TO RUEHC/SECSTATE WASHDC 0002
BT
UNCLAS LOME 009502

E.O. 12958: N/A
TAGS: EAGR
SUBJECT: SHEEP ARRIVE AT ZENDA

REF: LOME 9501

1. (U) All forty are in good health and like the marmalade.
ROE
BT
#9502
NNNN
`

/** The number of the first with a text that has nothing to do with it. */
export const impostor = `VZCZCXRO0999
RR RUEHC
DE RUEHPC #9501/01 2001200
ZNR UUUUU ZZH
R 191200Z JUL 06
FM AMEMBASSY LOME
TO RUEHC/SECSTATE WASHDC 0099
BT
UNCLAS LOME 009501

E.O. 12958: N/A
TAGS: SCUL
SUBJECT: LIGHTHOUSE KEEPERS HOLD ANNUAL CONCERT

1. (U) The keepers of eleven lighthouses played Haydn on foghorns for
two hours before an audience of gulls, engineers and one archbishop.

2. (U) Post will send a recording as soon as the windows are mended.
ROE
BT
#9501
NNNN
`

/** An archive's page that was cut in the middle of the text. */
export const truncatedPage = `<html><head><title>Cable</title></head><body>
<h3>Viewing cable 06LOME9510, A LETTER THAT WAS NOT FINISH</h3>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr>
<td><a href='/cable/2006/05/06LOME9510.html'>06LOME9510</a></td>
<td><a href='/date/2006-05_0.html'>2006-05-09 12:00</a></td>
<td><a href='/reldate/2011-08-30_0.html'>2011-08-30 01:44</a></td>
`
