using Renderacre.Contracts.Workers;
using Renderacre.Worker.Agents;
using Renderacre.Worker.Machines;
using Renderacre.Worker.Options;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Agents;

public sealed class HostReportTests : IDisposable
{
    private const long Gibibyte = 1L << 30;
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_capabilities_of_the_specification_are_told_in_its_units()
    {
        var machine = new FakeMachine(4, 32 * Gibibyte, [new("amd:0", "A", 16384), new("amd:1", "B", 8192)]);
        IReadOnlyDictionary<string, string> labels = (await ReportAsync(machine, 1)).Labels;

        Assert.Equal(
            ("4", "32768", "2", "8192"),
            (labels["amount.worker.vcpu"], labels["amount.worker.memory"], labels["amount.worker.gpu"],
                labels["amount.worker.gpu.memory"]));
        Assert.Equal($"{new DriveInfo(_folder.Path).TotalSize / Gibibyte}", labels["amount.worker.disk.scratch"]);
        Assert.Contains(labels["attr.worker.os.family"], (string[])["linux", "windows", "macos"]);
        Assert.Contains(labels["attr.worker.cpu.arch"], (string[])["x86_64", "arm64"]);
    }

    [Fact]
    public async Task What_a_machine_does_not_tell_is_left_out()
    {
        var machine = new FakeMachine(4, null, [new("amd:0", "A", 8192), new("amd:1", "B", null)]);
        IReadOnlyDictionary<string, string> labels = (await ReportAsync(machine, 1)).Labels;
        Assert.DoesNotContain("amount.worker.memory", labels.Keys);
        Assert.DoesNotContain("amount.worker.gpu.memory", labels.Keys);
    }

    [Fact]
    public async Task Labels_that_are_given_win_and_count_for_the_slots()
    {
        HostReport report = await ReportAsync(
            new FakeMachine(64, Gibibyte, []), null, ("amount.worker.vcpu", "6.5"), ("amount.worker.memory", "512"));
        Assert.Equal((6, "512"), (report.Slots, report.Labels["amount.worker.memory"]));
    }

    [Fact]
    public async Task A_worker_has_a_slot_for_each_virtual_CPU_where_it_is_asked_for_that()
    {
        Assert.Equal(64, (await ReportAsync(new FakeMachine(64, null, []), null)).Slots);
        Assert.Equal(3, (await ReportAsync(new FakeMachine(64, null, []), 3)).Slots);
    }

    [Fact]
    public async Task People_get_a_line_for_each_thing_that_the_machine_has()
    {
        string text = (await ReportAsync(new FakeMachine(4, null, [new("amd:0", "A", 8192)]), 2)).ToText();
        Assert.Contains("slots: 2\n", text, StringComparison.Ordinal);
        Assert.Contains("amount.worker.vcpu: 4\n", text, StringComparison.Ordinal);
        Assert.Contains("gpu amd:0: A, 8192 MiB\n", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<HostReport> ReportAsync(IMachine machine, int? slots, params (string Name, string Value)[] labels) =>
        HostReport.OfAsync(
            new WorkerOptions
            {
                Name = "w",
                // Not made yet: what counts is the volume that it will be on.
                DataFolder = _folder.PathOf("not/there/yet"),
                Slots = slots,
                Labels = labels.ToDictionary(label => label.Name, label => label.Value),
            },
            machine);

    private sealed record FakeMachine(int VirtualCpus, long? MemoryBytes, IReadOnlyList<GpuDevice> Gpus) : IMachine;
}
