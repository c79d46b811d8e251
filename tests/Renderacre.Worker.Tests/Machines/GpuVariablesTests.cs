using Renderacre.Contracts.Workers;
using Renderacre.Worker.Machines;

namespace Renderacre.Worker.Tests.Machines;

public sealed class GpuVariablesTests
{
    [Fact]
    public void Cards_of_NVIDIA_are_shown_by_number_as_they_stand_on_the_bus() => Assert.Equal(
        [("CUDA_DEVICE_ORDER", "PCI_BUS_ID"), ("CUDA_VISIBLE_DEVICES", "1,3")],
        Of(["nvidia:0", "nvidia:1", "nvidia:2", "nvidia:3"], "nvidia:1", "nvidia:3"));

    [Fact]
    public void Cards_of_AMD_are_shown_to_the_compute_stack_and_counted_anew_above_it() => Assert.Equal(
        [("HIP_VISIBLE_DEVICES", "0,1"), ("ROCR_VISIBLE_DEVICES", "1,2")],
        Of(["amd:0", "amd:1", "amd:2"], "amd:1", "amd:2"));

    [Fact]
    public void Where_there_is_no_compute_stack_below_HIP_gets_the_cards_themselves() => Assert.Equal(
        [("HIP_VISIBLE_DEVICES", "1")],
        Sorted(new GpuVariables([new("amd:0", null, null), new("amd:1", null, null)], isLinux: false).Of(["amd:1"])));

    [Fact]
    public void Cards_of_Intel_are_shown_by_a_mask() => Assert.Equal(
        [("ZE_AFFINITY_MASK", "1")], Of(["intel:0", "intel:1"], "intel:1"));

    [Fact]
    public void Cards_of_other_vendors_than_those_given_are_hidden() => Assert.Equal(
        [
            ("CUDA_DEVICE_ORDER", "PCI_BUS_ID"), ("CUDA_VISIBLE_DEVICES", "0"), ("HIP_VISIBLE_DEVICES", "-1"),
            ("ONEAPI_DEVICE_SELECTOR", "*:cpu"), ("ROCR_VISIBLE_DEVICES", "-1"),
        ],
        Of(["nvidia:0", "amd:0", "intel:0"], "nvidia:0"));

    [Fact]
    public void Who_is_given_no_card_sees_none() => Assert.Equal(
        [("CUDA_DEVICE_ORDER", "PCI_BUS_ID"), ("CUDA_VISIBLE_DEVICES", "-1")], Of(["nvidia:0", "nvidia:1"]));

    private static (string, string)[] Of(string[] cards, params string[] given) =>
        Sorted(new GpuVariables([.. cards.Select(id => new GpuDevice(id, null, null))], isLinux: true).Of(given));

    private static (string, string)[] Sorted(IReadOnlyDictionary<string, string> variables) =>
        [.. variables.Select(each => (each.Key, each.Value)).OrderBy(each => each.Key, StringComparer.Ordinal)];
}
