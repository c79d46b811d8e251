using Renderacre.EndToEnd.Farms;

namespace Renderacre.Python.Tests.Pythons;

/// <summary>A farm for all tests of a class: a controller that serves artifacts, and a worker.</summary>
public sealed class FarmFixture : IAsyncLifetime
{
    private const int Slots = 4;

    private TempFarm? _farm;

    /// <summary>What tells a Python process where the farm is, if there is one.</summary>
    public Dictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string> { ["PYTHONDONTWRITEBYTECODE"] = "1" };
            if (_farm is not null)
            {
                variables["RENDERACRE_URL"] = _farm.Url.ToString();
                variables["RENDERACRE_ARTIFACTS"] = _farm.Folder;
            }

            return variables;
        }
    }

    /// <summary>The farm; the test is skipped on Windows, where programs cannot be told by signals to end.</summary>
    public TempFarm Farm
    {
        get
        {
            Assert.SkipWhen(_farm is null, "there is no farm here");
            return _farm!; // Else it was skipped.
        }
    }

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
