using Renderacre.Contracts.Workers;
using Renderacre.Worker.Machines.Linux;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Machines;

public sealed class LinuxMachineTests : IDisposable
{
    private const long Gibibyte = 1L << 30;
    private readonly TempFolder _root = new();

    [Fact]
    public void Memory_is_what_is_installed_where_no_group_limits_it()
    {
        Installed(8);
        _root.Write("proc/self/cgroup", "0::/user.slice/session\n");
        _root.Write("sys/fs/cgroup/user.slice/memory.max", "max\n");
        Assert.Equal(8 * Gibibyte, Machine.MemoryBytes);
    }

    [Fact]
    public void The_least_limit_on_the_way_up_the_control_groups_counts()
    {
        Installed(8);
        _root.Write("proc/self/cgroup", "0::/render/node\n");
        _root.Write("sys/fs/cgroup/render/node/memory.max", $"{4 * Gibibyte}\n");
        _root.Write("sys/fs/cgroup/render/memory.max", $"{2 * Gibibyte}\n");
        Assert.Equal(2 * Gibibyte, Machine.MemoryBytes);
    }

    [Fact]
    public void A_container_that_sees_only_its_own_group_is_limited_by_that()
    {
        Installed(8);
        _root.Write("proc/self/cgroup", "9:name=systemd:/\n4:cpu,memory:/docker/1f2e3d\n0::/\n");
        _root.Write("sys/fs/cgroup/memory/memory.limit_in_bytes", $"{3 * Gibibyte}\n");
        Assert.Equal(3 * Gibibyte, Machine.MemoryBytes);
    }

    [Fact]
    public void A_limit_above_what_is_installed_limits_nothing()
    {
        Installed(8);
        _root.Write("proc/self/cgroup", "4:memory:/\n");
        _root.Write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        Assert.Equal(8 * Gibibyte, Machine.MemoryBytes);
    }

    [Fact]
    public void A_system_that_does_not_tell_its_memory_leaves_it_open() => Assert.Null(Machine.MemoryBytes);

    [Fact]
    public void Cards_of_NVIDIA_stand_in_the_order_of_the_bus()
    {
        _root.Write("proc/driver/nvidia/gpus/0000:81:00.0/information", "Model: \t\t B\nIRQ:   4\n");
        _root.Write("proc/driver/nvidia/gpus/0000:01:00.0/information", "Model: \t\t A\n");
        Assert.Equal([new GpuDevice("nvidia:0", "A", null), new GpuDevice("nvidia:1", "B", null)], Machine.Gpus);
    }

    [Fact]
    public void Cards_of_AMD_are_counted_past_the_processors_with_all_their_video_memory()
    {
        AmdNode(0, "simd_count 0\n", "");
        AmdNode(10, "simd_count 240\n", "second");
        AmdNode(2, "cpu_cores_count 0\nsimd_count 96\n", "first");
        AmdMemory(2, 0, "heap_type 1\nsize_in_bytes 1073741824\n");
        AmdMemory(2, 1, "heap_type 2\nsize_in_bytes 1073741824\n");
        AmdMemory(2, 2, "heap_type 4\nsize_in_bytes 65536\n");
        Assert.Equal([new GpuDevice("amd:0", "first", 2048), new GpuDevice("amd:1", "second", null)], Machine.Gpus);
    }

    public void Dispose() => _root.Dispose();

    private LinuxMachine Machine => new(_root.Path);

    private void Installed(int gibibytes) =>
        _root.Write("proc/meminfo", $"MemTotal:       {gibibytes * 1024 * 1024} kB\nMemFree: 5 kB\n");

    private void AmdMemory(int node, int bank, string properties) =>
        _root.Write($"sys/class/kfd/kfd/topology/nodes/{node}/mem_banks/{bank}/properties", properties);

    private void AmdNode(int number, string properties, string name)
    {
        _root.Write($"sys/class/kfd/kfd/topology/nodes/{number}/properties", properties);
        _root.Write($"sys/class/kfd/kfd/topology/nodes/{number}/name", name);
    }
}
