@echo off
rem Starts the page of target-resources by a double click. A folder may be named as its argument.
setlocal
set "here=%~dp0.."
where node >nul 2>nul
if errorlevel 1 (
  echo Node.js is missing: install version 20.19 or newer from https://nodejs.org, then start this again.
  pause
  exit /b 1
)
node -e "const [a,b]=process.versions.node.split('.').map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)"
if errorlevel 1 (
  echo Node.js is too old: install version 20.19 or newer from https://nodejs.org, then start this again.
  pause
  exit /b 1
)
if exist "%here%\dist\cli.js" if exist "%here%\node_modules" goto :run
echo Preparing the program. This takes a minute, once.
pushd "%here%"
call npm ci
if errorlevel 1 (
  echo The program could not be prepared: see above. It needs the internet this one time.
  popd
  pause
  exit /b 1
)
popd
:run
set "work=%~1"
if "%work%"=="" set "work=%USERPROFILE%\target-resources"
node "%here%\dist\cli.js" app "%work%"
if errorlevel 1 pause
