#!/usr/bin/env pwsh
# The developer's script for PowerShell, with the verbs of ./dev. Written for Windows, where it was not run yet.
param([string]$Verb = 'help', [Parameter(ValueFromRemainingArguments)][string[]]$Names = @())

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

$FarmStartSeconds = 60
$DemoFrames = 8
$DemoWidth = 224
$DemoHeight = 126
$Suffix = if ($IsLinux -or $IsMacOS) { '' } else { '.exe' }

function Show-Help {
    'usage: ./dev.ps1 VERB'
    ''
    "  demo             build, start a farm, render $DemoFrames frames on it, check them, stop the farm"
    '  test [NAME...]   build, check the formatting, run all tests, publish and test the published programs;'
    '                   with names only the test projects whose name has one of them in it'
    '  publish [RID]    native programs into dist/RID (this machine''s unless told otherwise)'
    '  wheel [RID]      the Python package into dist/: the wheel of a platform (this machine''s) and the sdist'
    '  faults           only in ./dev: the faults are signals, which Windows does not have'
    '  bench [NAME...]  run the load programs of bench/, all or those with one of the names in theirs'
    '  vectors SUITE    answer vectors (expressions, jobs, ranges, templates) from standard input, one a line;'
    '                   with --judge those beside the repository, and say which answers differ'
    '  fuzz TARGET      give random inputs to a target (templates, expressions): --count N --seed S --first I'
    '  simulate [--minutes N] [--seed S] [--commands N] [--wal-cuts N]   simulate whole farms, one for each seed'
    '  simulate --planted [NAME...]   apply each planted bug to a copy, and show that the simulation finds it'
    '  clean            remove what the other verbs made: artifacts/, dist/ and var/demo/'
    '  help             this text'
}

function Assert-Program([string]$Program, [string]$Remedy) {
    if (-not (Get-Command $Program -ErrorAction SilentlyContinue)) { throw "$Program is needed: $Remedy" }
}

# Runs a program and fails when it does.
function Invoke-Program([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "$Program $($Arguments -join ' ') ended with exit code $LASTEXITCODE" }
}

function Test-Wanted([string]$Name) {
    $Names.Count -eq 0 -or @($Names | Where-Object { $Name.Contains($_) }).Count -gt 0
}

function Get-Projects([string]$Folder) {
    Get-ChildItem "$Folder/*/*.csproj" | ForEach-Object { $_.BaseName } | Where-Object { Test-Wanted $_ }
}

function Start-Farm([string]$Renderacre, [string]$FarmHome) {
    $ready = "$FarmHome/ready"
    $farm = Start-Process $Renderacre -PassThru -NoNewWindow -RedirectStandardOutput "$FarmHome/log" `
        -RedirectStandardError "$FarmHome/errors" `
        -ArgumentList 'up', '--bind', '127.0.0.1:0', '--data', "`"$FarmHome/data`"", '--ready-file', "`"$ready`""
    $deadline = (Get-Date).AddSeconds($FarmStartSeconds)
    while (-not ((Test-Path $ready) -and (Get-Item $ready).Length -gt 0)) {
        if ($farm.HasExited -or (Get-Date) -gt $deadline) {
            Get-Content "$FarmHome/log", "$FarmHome/errors" -Tail 40 | Out-Host
            Stop-Farm $farm
            throw 'the farm did not start; above are the last lines of its log'
        }
        Start-Sleep -Milliseconds 100
    }
    $farm
}

# Windows has no signal that asks a process without a window to end, so there the farm is ended outright.
function Stop-Farm($Farm) {
    if ($Farm.HasExited) { return }
    if ($IsLinux -or $IsMacOS) { & kill -TERM $Farm.Id } else { $Farm.Kill($true) }
    $Farm.WaitForExit()
}

function Invoke-Demo {
    Assert-Program python3 'install Python 3 from https://www.python.org/downloads/'
    Invoke-Program dotnet @('build', 'src/Renderacre.Cli', '-c', 'Release', '--nologo', '-v', 'quiet')
    $renderacre = "$PSScriptRoot/artifacts/bin/Renderacre.Cli/release/renderacre$Suffix"
    $frames = "$PSScriptRoot/var/demo/frames"
    $farmHome = "$PSScriptRoot/var/demo/farm.$PID"
    Remove-Item $frames -Recurse -Force -ErrorAction Ignore
    New-Item $frames, $farmHome -ItemType Directory -Force | Out-Null
    $farm = Start-Farm $renderacre $farmHome
    try {
        $url = (Get-Content "$farmHome/ready" -TotalCount 1)
        "The farm answers at $url"
        Invoke-Program $renderacre @('submit', 'examples/render/render.yaml', '--controller', $url, '--wait',
            '-p', "Frames=1-$DemoFrames", '-p', "Width=$DemoWidth", '-p', "Height=$DemoHeight", '-p', "OutputDir=$frames")
        $files = 1..$DemoFrames | ForEach-Object { "$frames/frame_{0:d4}.png" -f $_ }
        Invoke-Program python3 (@('eng/check_png.py', '--size', "${DemoWidth}x$DemoHeight") + $files)
        Invoke-Program python3 @('eng/check_png.py', "$frames/contact_sheet.png")
    }
    finally {
        Stop-Farm $farm
        Remove-Item $farmHome -Recurse -Force -ErrorAction Ignore
    }
    "All $DemoFrames frames and the contact sheet are there and are valid PNG images."
}

$Passed = 0
$Failed = 0

# Runs one step; a step that fails counts as one failed test, so that the last line never hides it.
function Invoke-Step([string]$Title, [scriptblock]$Step) {
    Write-Host "== $Title"
    try { & $Step | Out-Host; return $true }
    catch { Write-Host $_; $script:Failed++; return $false }
}

function Invoke-Tests([string]$Project) {
    Write-Host "== $Project"
    $report = "artifacts/test-reports/$Project.xml"
    Remove-Item $report -ErrorAction Ignore
    & dotnet "artifacts/bin/$Project/debug/$Project.dll" --progress off --results-directory artifacts/test-reports `
        --report-xunit-xml --report-xunit-xml-filename "$Project.xml" | Out-Host
    $code = $LASTEXITCODE
    if (-not (Test-Path $report)) { $script:Failed++; Write-Host "$Project left no report"; return }
    $counts = ([xml](Get-Content $report -Raw)).assemblies.assembly
    $fails = [int]$counts.failed + [int]$counts.errors
    # Such as a run without a single test: the runner says no though no test failed.
    if ($code -ne 0 -and $fails -eq 0) { $fails = 1 }
    $script:Passed += [int]$counts.passed
    $script:Failed += $fails
}

function Build-Tests {
    $targets = if ($Names.Count -eq 0) { 'Renderacre.slnx' } else { Get-Projects tests | ForEach-Object { "tests/$_" } }
    foreach ($target in $targets) {
        Invoke-Program dotnet @('build', $target, '--nologo', '-v', 'quiet', '-warnaserror')
    }
}

function Invoke-AllTests {
    Assert-Program git 'https://git-scm.com/downloads'
    Assert-Program python3 'install Python 3 from https://www.python.org/downloads/'
    if (Invoke-Step 'build' { Build-Tests }) {
        if ($Names.Count -eq 0) {
            Invoke-Step 'formatting' {
                Invoke-Program dotnet @('format', 'Renderacre.slnx', '--verify-no-changes', '--no-restore')
            } | Out-Null
        }
        $projects = @(Get-Projects tests)
        # OpenJd.Vectors, OpenJd.Fuzz and Renderacre.Simulation are programs without tests of their own.
        $projects -notlike '*.EndToEnd' -notlike '*.Python.Tests' -notlike '*.Vectors' -notlike '*.Fuzz' -notlike '*.Simulation' | ForEach-Object { Invoke-Tests $_ }
        foreach ($project in $projects -like '*.EndToEnd') {
            if (-not (Invoke-Step 'publish' { Publish-Programs (Get-Rid) })) { continue }
            $env:RENDERACRE_DIST = "$PSScriptRoot/dist/$(Get-Rid)"
            Invoke-Tests $project
        }
        foreach ($project in $projects -like '*.Python.Tests') {
            if (-not (Invoke-Step 'wheel' { Build-Wheel (Get-Rid) })) { continue }
            $env:RENDERACRE_WHEEL = (Get-Item dist/renderacre-*.whl).FullName
            Invoke-Tests $project
        }
    }
    Write-Host "$Passed passed, $Failed failed"
    if ($Failed -ne 0 -or $Passed -eq 0) { exit 1 }
}

function Get-Rid {
    $system = if ($IsMacOS) { 'osx' } elseif ($IsLinux) { 'linux' } else { 'win' }
    $machine = [Runtime.InteropServices.RuntimeInformation]::OSArchitecture.ToString().ToLowerInvariant()
    "$system-$machine"
}

function Publish-Program([string]$Project, [string]$Name, [string]$Rid) {
    $output = "artifacts/native/$Rid/$Name"
    Remove-Item $output -Recurse -Force -ErrorAction Ignore
    "Publishing $Name for $Rid"
    $log = & dotnet publish "src/$Project" -c Release -r $Rid -o $output --nologo -v quiet -p:TrimmerSingleWarn=false
    if ($LASTEXITCODE -ne 0) { throw "$Name did not publish:`n$($log -join "`n")" }
    $warnings = @($log | Select-String 'warning (IL|AOT)\d+')
    if ($warnings.Count -gt 0) { throw "$Name must publish without a trimming or AOT warning:`n$($warnings -join "`n")" }
    if (Test-Path "$output/$Name.dll") { throw "$Name was not compiled to native code: set PublishAot in src/$Project" }
    Get-ChildItem $output | Where-Object { $_.Extension -in '.dbg', '.dSYM', '.pdb', '.xml' } | Remove-Item -Recurse
    Copy-Item "$output/*" "dist/$Rid" -Recurse -Force
}

function Publish-Programs([string]$Rid) {
    $suffix = if ($Rid.StartsWith('win-')) { '.exe' } else { '' }
    Remove-Item "dist/$Rid" -Recurse -Force -ErrorAction Ignore
    New-Item "dist/$Rid" -ItemType Directory -Force | Out-Null
    Publish-Program Renderacre.Controller farm-controller $Rid
    Publish-Program Renderacre.Worker farm-worker $Rid
    Publish-Program Renderacre.Cli renderacre $Rid
    Publish-Program OpenJd.Cli openjd $Rid
    # The names that service files of the original start; the same files once more, not copies.
    foreach ($half in 'controller', 'worker') {
        New-Item -ItemType HardLink "dist/$Rid/renderacre-$half$suffix" -Target "dist/$Rid/farm-$half$suffix" | Out-Null
    }
    "The programs are in dist/$Rid"
}

# The wheel and the sdist; what makes them is the build backend of python/pyproject.toml.
function Build-Wheel([string]$Rid) {
    $python = if (Get-Command python3 -ErrorAction SilentlyContinue) { 'python3' } else { 'python' }
    Assert-Program $python 'install Python 3 from https://www.python.org/downloads/'
    Remove-Item dist/renderacre-*.whl, dist/renderacre-*.tar.gz -ErrorAction Ignore
    Invoke-Program $python @('python/backend/renderacre_build.py', '--out', 'dist', '--rid', $Rid)
}

# What a figure means nothing without: when, of what, on what, and a yardstick that carries over to other machines.
function Get-BenchHeader {
    $system = [Runtime.InteropServices.RuntimeInformation]::OSDescription
    "$(Get-Date -AsUTC -Format yyyy-MM-dd), commit $(git rev-parse --short HEAD), $([Environment]::ProcessorCount) cores, $system"
    "yardstick: $(python3 -m timeit -s 'x=list(range(1000))' 'sum(i*i for i in x)')"
    ''
}

function Invoke-Bench {
    New-Item artifacts/bench -ItemType Directory -Force | Out-Null
    $published = $false
    foreach ($project in @(Get-Projects bench)) {
        # A bench that measures the published programs says so by reading where they are.
        if (-not $published -and (Select-String RENDERACRE_DIST "bench/$project/*.cs" -Quiet)) {
            Publish-Programs (Get-Rid)
            $env:RENDERACRE_DIST = "$PSScriptRoot/dist/$(Get-Rid)"
            $published = $true
        }
        "== $project"
        & { Get-BenchHeader; dotnet run -c Release --project "bench/$project" } | Tee-Object "artifacts/bench/$project.txt"
        if ($LASTEXITCODE -ne 0) { throw "$project ended with exit code $LASTEXITCODE" }
    }
    "The output is in $PSScriptRoot/artifacts/bench"
}

function Invoke-Fuzz {
    dotnet build tests/OpenJd.Fuzz -c Release --nologo -v quiet
    if ($LASTEXITCODE -ne 0) { throw 'the fuzzer does not build' }
    dotnet artifacts/bin/OpenJd.Fuzz/release/fuzz.dll @Names
    if ($LASTEXITCODE -ne 0) { throw "the fuzzer ended with exit code $LASTEXITCODE" }
}

function Invoke-Simulation {
    if ($Names.Count -gt 0 -and $Names[0] -eq '--planted') {
        Assert-Program git 'https://git-scm.com/downloads'
        Assert-Program python3 'install Python 3 from https://www.python.org/downloads/'
        $planted = @($Names | Select-Object -Skip 1)
        python3 eng/planted_bugs.py @planted
        if ($LASTEXITCODE -ne 0) { throw 'not every planted bug was found' }
        return
    }
    dotnet build tests/Renderacre.Simulation -c Release --nologo -v quiet
    if ($LASTEXITCODE -ne 0) { throw 'the simulation does not build' }
    dotnet artifacts/bin/Renderacre.Simulation/release/Renderacre.Simulation.dll @Names
    if ($LASTEXITCODE -ne 0) { throw "the simulation ended with exit code $LASTEXITCODE" }
}

Assert-Program dotnet 'install the .NET SDK of global.json from https://dotnet.microsoft.com/download'
switch ($Verb) {
    'demo' { Invoke-Demo }
    'test' { Invoke-AllTests }
    'publish' { Publish-Programs $(if ($Names.Count -gt 0) { $Names[0] } else { Get-Rid }) }
    'wheel' { Build-Wheel $(if ($Names.Count -gt 0) { $Names[0] } else { Get-Rid }) }
    'bench' { Invoke-Bench }
    'vectors' {
        # Only answers go to standard output.
        dotnet build tests/OpenJd.Vectors --nologo -v quiet | ForEach-Object { [Console]::Error.WriteLine($_) }
        if ($LASTEXITCODE -ne 0) { throw 'OpenJd.Vectors does not build' }
        $input | dotnet artifacts/bin/OpenJd.Vectors/debug/OpenJd.Vectors.dll @Names
        exit $LASTEXITCODE
    }
    'fuzz' { Invoke-Fuzz }
    'simulate' { Invoke-Simulation }
    'clean' { Remove-Item artifacts, dist, var/demo -Recurse -Force -ErrorAction Ignore }
    'help' { Show-Help }
    default { Show-Help; throw "there is no verb $Verb" }
}
