@echo off
rem Runs the program of this checkout on the Node that the set-up chose, from any folder.
setlocal
set "root=%~dp0.."
set "node="
if exist "%root%\.runtime\current" set /p node=<"%root%\.runtime\current"
if "%node%"=="" goto missing
if not exist "%node%" goto missing
if not exist "%root%\dist\cli\chancery.js" goto missing
"%node%" "%root%\dist\cli\chancery.js" %*
exit /b %errorlevel%
:missing
echo Chancery is not set up in %root%: run "npm run setup" there. 1>&2
exit /b 3
