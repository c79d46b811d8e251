using System.Globalization;
using OpenJd.Sessions.Actions;
using OpenJd.Sessions.Tests.Support;
using static OpenJd.Sessions.Tests.Support.SessionHarness;

namespace OpenJd.Sessions.Tests.Sessions;

/// <summary>Actions that the system itself ends for lack of memory, in a group of limited memory.</summary>
public sealed class SystemMemoryTests
{
    private const string Groups = "/sys/fs/cgroup/memory";
    private const int Mebibytes = 32;

    [Fact]
    public async Task A_process_that_the_system_ends_for_lack_of_memory_is_told_as_such()
    {
        using var group = MemoryGroup.Make();
        await using var harness = Open();
        var outcome = await harness.RunAsync(
            $"echo $$ > {group.Processes}; exec dd if=/dev/zero of=/dev/null bs={4 * Mebibytes}M count=1",
            new Recorder());

        Assert.Equal(ActionState.OutOfMemory, outcome.State);
        Assert.Equal(
            "out of memory: the system ended it, or a process below it, for lack of memory", outcome.Message);
    }

    [Fact]
    public async Task A_process_that_somebody_kills_has_failed_only()
    {
        await using var harness = Open();
        var outcome = await harness.RunAsync("kill -KILL $$", new Recorder());
        Assert.Equal((ActionState.Failed, -9, null), (outcome.State, outcome.ExitCode, outcome.Message));
    }

    private sealed class MemoryGroup(string path) : IDisposable
    {
        public string Processes => Path.Combine(path, "cgroup.procs");

        public static MemoryGroup Make()
        {
            var limitFile = "memory.limit_in_bytes";
            var path = Path.Combine(Groups, $"openjd-test-{Guid.NewGuid():N}");
            Assert.SkipUnless(
                System.Environment.IsPrivilegedProcess && File.Exists(Path.Combine(Groups, limitFile)),
                "needs root and memory groups of the first kind");
            Directory.CreateDirectory(path);
            File.WriteAllText(
                Path.Combine(path, limitFile), (Mebibytes << 20).ToString(CultureInfo.InvariantCulture));
            return new MemoryGroup(path);
        }

        public void Dispose() => Directory.Delete(path);
    }
}
