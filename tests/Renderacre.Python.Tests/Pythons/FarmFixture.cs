using Renderacre.EndToEnd.Farms;

namespace Renderacre.Python.Tests.Pythons;

/// <summary>A farm for all tests of a class: a controller that serves artifacts, and a worker.</summary>
public sealed class FarmFixture : IAsyncLifetime
{
    private const int Slots = 4;

    private TempFarm? _farm;

    /// <summary>What tells a Python process where the farm is.</summary>
    public Dictionary<string, string> Variables => new()
    {
        ["RENDERACRE_URL"] = Farm.Url.ToString(),
        ["RENDERACRE_ARTIFACTS"] = Farm.Folder,
        ["PYTHONDONTWRITEBYTECODE"] = "1",
    };

    public TempFarm Farm => _farm ?? throw new InvalidOperationException("the farm has not been started");

    public async ValueTask InitializeAsync()
    {
        if (OperatingSystem.IsWindows())
            return;
        _farm = new TempFarm();
        await _farm.StartControllerAsync("--artifact-root", _farm.Folder);
        await _farm.StartWorkerAsync("one", Slots);
    }

    public async ValueTask DisposeAsync()
    {
        if (_farm is not null)
            await _farm.DisposeAsync();
    }
}
