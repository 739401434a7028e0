@echo off
rem Runs Broadsheet from an unpacked release on Windows, with Java 25 or newer: see docs/command-line.md.
setlocal EnableExtensions DisableDelayedExpansion
for %%f in ("%~dp0.") do set "folder=%%~ff"

rem Java is looked for in JAVA_HOME and on the PATH. Paths may hold brackets, so no block has any.
set "found="
if not defined JAVA_HOME goto path
set "java=%JAVA_HOME%\bin\java.exe"
call :check
if defined found goto run
:path
for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java goto missing
call :check
if defined found goto run

:missing
echo Broadsheet needs Java 25 or newer but found none: install it from https://adoptium.net or set JAVA_HOME to its folder. 1>&2
rem Where "check" finds damage, it ends with 2.
if "%~1"=="check" exit /b 3
exit /b 2

rem Sets "found" if %java% prints a version that is new enough, such as "openjdk 25.0.1 2025-10-21".
:check
set "version="
for /f "tokens=2 delims=.-+ " %%v in ('^""%java%" --version 2^>nul^"') do if not defined version set "version=%%v"
if not defined version exit /b
if %version% geq 25 set "found=yes"
exit /b

:run
rem The module for search by meaning, if it was added: see docs/semantic.md.
set "classes=%folder%\broadsheet.jar"
if exist "%folder%\semantic\" set "classes=%classes%;%folder%\semantic\*"

rem Most commands end before the second compiler pays off; for "serve" it would compete with the start.
set "compiler=-XX:TieredStopAtLevel=1"
for %%c in (index evaluate check batch mcp) do if "%~1"=="%%c" set "compiler="
if "%~1"=="serve" set "compiler=-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"

rem Broadsheet writes UTF-8.
set "page="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 >nul

rem JDK-8385993: merged allocations make code of the second compiler fail now and then.
"%java%" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-ReduceAllocationMerges "-Dbroadsheet.home=%folder%" %compiler% %BROADSHEET_JAVA_OPTIONS% -cp "%classes%" broadsheet.Main %*
set "code=%errorlevel%"
if defined page chcp %page% >nul
exit /b %code%
