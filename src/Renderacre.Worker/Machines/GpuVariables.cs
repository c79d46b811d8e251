using System.Globalization;
using Renderacre.Contracts.Workers;

namespace Renderacre.Worker.Machines;

/// <summary>
/// The variables by which vendors' software is shown some graphics cards and no others. What a session has not been
/// given it does not see.
/// </summary>
/// <param name="cards">All cards of the worker.</param>
/// <param name="isLinux">Whether AMD's compute stack for Linux is under its graphics language.</param>
internal sealed class GpuVariables(IReadOnlyList<GpuDevice> cards, bool isLinux)
{
    /// <summary>A number that no card has.</summary>
    private const string Nothing = "-1";

    /// <summary>The variables of a session.</summary>
    /// <param name="given">Ids of the cards that it has.</param>
    public IReadOnlyDictionary<string, string> Of(IReadOnlyList<string> given)
    {
        var variables = new Dictionary<string, string>();
        foreach (string vendor in cards.Select(card => GpuIds.VendorOf(card.Id)).Distinct())
        {
            string[] handles = [.. given.Where(id => GpuIds.VendorOf(id) == vendor).Select(GpuIds.HandleOf)];
            Add(variables, vendor, handles);
        }

        return variables;
    }

    private void Add(Dictionary<string, string> variables, string vendor, string[] handles)
    {
        string list = handles.Length == 0 ? Nothing : string.Join(',', handles);
        switch (vendor)
        {
            case GpuIds.Nvidia:
                variables["CUDA_VISIBLE_DEVICES"] = list;
                // CUDA would count the fastest first; the driver's own tools count by place on the bus.
                variables["CUDA_DEVICE_ORDER"] = "PCI_BUS_ID";
                break;
            case GpuIds.Amd when isLinux:
                variables["ROCR_VISIBLE_DEVICES"] = list;
                // HIP stands on top of that and counts anew what is left.
                variables["HIP_VISIBLE_DEVICES"] = handles.Length == 0 ? Nothing : string.Join(',', Counted(handles));
                break;
            case GpuIds.Amd:
                variables["HIP_VISIBLE_DEVICES"] = list;
                break;
            case GpuIds.Intel when handles.Length > 0:
                variables["ZE_AFFINITY_MASK"] = list;
                break;
            case GpuIds.Intel:
                // The mask cannot be empty.
                variables["ONEAPI_DEVICE_SELECTOR"] = "*:cpu";
                break;
        }
    }

    private static IEnumerable<string> Counted(string[] handles) =>
        handles.Select((_, index) => index.ToString(CultureInfo.InvariantCulture));
}
