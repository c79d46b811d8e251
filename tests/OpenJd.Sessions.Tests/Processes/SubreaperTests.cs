using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Processes.Posix;
using OpenJd.Sessions.Tests.Support;

namespace OpenJd.Sessions.Tests.Processes;

/// <summary>Alone in the process: a subreaper owns every child of it.</summary>
[CollectionDefinition(nameof(SubreaperTests), DisableParallelization = true)]
public sealed class SubreaperCollection;

[Collection(nameof(SubreaperTests))]
public sealed class SubreaperTests
{
    private const string Unmarked = "(env -i setsid /bin/sh -c 'echo \"orphan $$\"; exec /bin/sleep 600' &) ; ";

    [Fact]
    public async Task An_orphan_that_threw_its_environment_away_is_killed_and_reaped()
    {
        Assert.SkipUnless(ChildSubreaper.Become(), "only Linux has subreapers");
        await using var harness = SessionHarness.Open();
        var recorder = new Recorder();
        var run = harness.RunAsync(Unmarked + "exec sleep 600", recorder);
        var orphan = ProcessFacts.Number(await recorder.LineAsync("orphan "));
        harness.Session.Cancel();
        await run;
        await Wait.UntilAsync(() => !ProcessFacts.Exists(orphan), "the orphan is reaped");
        Assert.False(ChildSubreaper.HasChildren());
    }

    [Fact]
    public async Task An_orphan_that_ends_by_itself_leaves_no_zombie()
    {
        Assert.SkipUnless(ChildSubreaper.Become(), "only Linux has subreapers");
        await using var harness = SessionHarness.Open();
        var recorder = new Recorder();
        var run = harness.RunAsync("(sh -c 'echo orphan $$' &) ; echo up; exec sleep 600", recorder);
        var orphan = ProcessFacts.Number(await recorder.LineAsync("orphan "));
        await Wait.UntilAsync(() => !ProcessFacts.Exists(orphan), "the orphan is reaped while the action runs");
        Assert.True(ProcessFacts.IsAlive(recorder.ProcessId));
        harness.Session.Cancel();
        Assert.Equal(ActionState.Canceled, (await run).State);
        Assert.False(ChildSubreaper.HasChildren());
    }
}
