using System.Globalization;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;

namespace OpenJd.Sessions.Tests.Processes;

public sealed class LaunchTests
{
    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("exit 255", 255)]
    [InlineData("kill -9 $$", -9)]
    [InlineData("kill -TERM $$", -15)]
    public async Task The_exit_code_is_the_program_s_or_the_negated_signal(string script, int exitCode)
    {
        await using var harness = SessionHarness.Open();
        var outcome = await harness.RunAsync(script, new Recorder());
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Equal(exitCode == 0 ? ActionState.Succeeded : ActionState.Failed, outcome.State);
    }

    [Fact]
    public async Task A_missing_program_is_named_with_the_path_it_was_looked_for_in()
    {
        await using var harness = SessionHarness.Open();
        var command = new PlainCommand
        {
            Executable = "no-such-renderer",
            Variables = new Dictionary<string, string> { ["PATH"] = "/opt/first:/opt/second" },
        };
        var outcome = await harness.Session.RunCommandAsync(
            command, new Recorder(), TestContext.Current.CancellationToken);
        Assert.Equal(ActionState.CouldNotStart, outcome.State);
        Assert.Equal("'no-such-renderer' was not found in the action's PATH (/opt/first:/opt/second)", outcome.Message);
        Assert.Null(outcome.ExitCode);
    }

    [Fact]
    public async Task A_file_without_the_right_to_execute_is_named()
    {
        await using var harness = SessionHarness.Open();
        var path = Path.Combine(harness.Session.WorkingDirectory, "plain.sh");
        await File.WriteAllTextAsync(path, "#!/bin/sh\n", TestContext.Current.CancellationToken);
        var outcome = await harness.Session.RunCommandAsync(
            new PlainCommand { Executable = "./plain.sh" }, new Recorder(), TestContext.Current.CancellationToken);
        Assert.Equal(ActionState.CouldNotStart, outcome.State);
        Assert.Contains("is not executable for this user", outcome.Message);
    }

    [Fact]
    public async Task A_script_without_an_interpreter_line_says_so()
    {
        await using var harness = SessionHarness.Open();
        var path = Path.Combine(harness.Session.WorkingDirectory, "script");
        await File.WriteAllTextAsync(path, "echo hello\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var outcome = await harness.Session.RunCommandAsync(
            new PlainCommand { Executable = path }, new Recorder(), TestContext.Current.CancellationToken);
        Assert.Contains("#!/bin/sh", outcome.Message);
    }

    [Fact]
    public async Task A_missing_working_directory_is_named()
    {
        await using var harness = SessionHarness.Open();
        var outcome = await harness.Session.RunCommandAsync(
            new PlainCommand { Executable = "true", WorkingDirectory = "/no/such/folder" }, new Recorder(),
            TestContext.Current.CancellationToken);
        Assert.Equal("'true' cannot be started: its working directory /no/such/folder does not exist", outcome.Message);
    }

    [Fact]
    public async Task A_name_is_looked_up_in_the_path_of_the_child()
    {
        await using var harness = SessionHarness.Open();
        var folder = Directory.CreateDirectory(Path.Combine(harness.Root, "bin")).FullName;
        var path = Path.Combine(folder, "my-renderer");
        await File.WriteAllTextAsync(path, "#!/bin/sh\necho mine\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var recorder = new Recorder();
        var command = new PlainCommand
        {
            Executable = "my-renderer",
            Variables = new Dictionary<string, string> { ["PATH"] = $"/nowhere:{folder}" },
        };
        await harness.Session.RunCommandAsync(command, recorder, TestContext.Current.CancellationToken);
        Assert.Equal(["mine"], recorder.Lines);
    }

    [Fact]
    public async Task A_program_that_comes_to_an_earlier_place_of_the_path_counts_from_then_on()
    {
        await using var harness = SessionHarness.Open();
        var first = Directory.CreateDirectory(Path.Combine(harness.Root, "first")).FullName;
        var second = Directory.CreateDirectory(Path.Combine(harness.Root, "second")).FullName;
        await WriteProgramAsync(second, "second");
        Assert.Equal(["second"], await RunFromAsync(harness, first, second));
        await WriteProgramAsync(first, "first");
        Assert.Equal(["first"], await RunFromAsync(harness, first, second));
        File.Delete(Path.Combine(first, "renderer"));
        Assert.Equal(["second"], await RunFromAsync(harness, first, second));
    }

    [Fact]
    public async Task Variables_change_from_action_to_action_and_the_marker_counts_before_them()
    {
        await using var harness = SessionHarness.Open();
        const string marker = "OPENJD_SESSION_ID";
        foreach (var value in (string[])["one", "two"])
        {
            var recorder = new Recorder();
            var command = new PlainCommand
            {
                Executable = "/bin/sh",
                Args = ["-c", $"echo $OWN; echo ${marker}; env | grep -c ^{marker}="],
                Variables = new Dictionary<string, string> { ["OWN"] = value, [marker] = "another" },
            };
            await harness.Session.RunCommandAsync(command, recorder, TestContext.Current.CancellationToken);
            Assert.Equal(3, recorder.Lines.Count);
            Assert.Equal(value, recorder.Lines[0]);
            Assert.StartsWith("test-", recorder.Lines[1], StringComparison.Ordinal);
            Assert.Equal("1", recorder.Lines[2]);
        }
    }

    [Fact]
    public async Task The_child_gets_exactly_its_arguments()
    {
        await using var harness = SessionHarness.Open();
        var recorder = new Recorder();
        await harness.Session.RunCommandAsync(
            new PlainCommand { Executable = "printf", Args = ["<%s>\n", "a b", "", "\"q\"", "$HOME", "ä\\"] }, recorder,
            TestContext.Current.CancellationToken);
        Assert.Equal(["<a b>", "<>", "<\"q\">", "<$HOME>", "<ä\\>"], recorder.Lines);
    }

    [Fact]
    public async Task The_child_leads_its_session_ignores_no_signal_and_has_three_open_files()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        await using var harness = SessionHarness.Open();
        // Open in this process and not marked close-on-exec by anyone else's doing.
        using var open = File.OpenRead("/dev/null");
        var recorder = new Recorder();
        await harness.RunAsync(
            "grep SigIgn /proc/self/status; grep SigBlk /proc/self/status; cut -d' ' -f1,6 /proc/$$/stat; "
            + "ls /proc/$$/fd; cat; readlink /proc/$$/fd/0", recorder);
        var id = recorder.ProcessId;
        // The C library itself ignores its two internal signals, 32 and 33, in what it spawns.
        const ulong internalSignals = 0x180000000;
        var ignored = ulong.Parse(
            recorder.Lines[0]["SigIgn:\t".Length..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.Equal(0ul, ignored & ~internalSignals);
        Assert.Equal(
            ["SigBlk:\t0000000000000000", $"{id} {id}", "0", "1", "2", "/dev/null"],
            recorder.Lines[1..]);
    }

    [Fact]
    public async Task Many_short_actions_follow_one_another_in_one_session()
    {
        await using var harness = SessionHarness.Open();
        for (var i = 0; i < 50; i++)
        {
            var outcome = await harness.Session.RunCommandAsync(
                new PlainCommand { Executable = "true" }, new Recorder(), TestContext.Current.CancellationToken);
            Assert.Equal(ActionState.Succeeded, outcome.State);
        }
    }

    private static async Task WriteProgramAsync(string folder, string says)
    {
        var path = Path.Combine(folder, "renderer");
        await File.WriteAllTextAsync(path, $"#!/bin/sh\necho {says}\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task<IReadOnlyList<string>> RunFromAsync(SessionHarness harness, params string[] folders)
    {
        var recorder = new Recorder();
        var command = new PlainCommand
        {
            Executable = "renderer",
            Variables = new Dictionary<string, string> { ["PATH"] = string.Join(':', folders) },
        };
        await harness.Session.RunCommandAsync(command, recorder, TestContext.Current.CancellationToken);
        return recorder.Lines;
    }
}
