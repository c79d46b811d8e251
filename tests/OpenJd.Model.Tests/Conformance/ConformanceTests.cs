using OpenJd.Model.Reading;
using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Conformance;

public sealed class ConformanceTests
{
    public static TheoryData<string> Templates =>
    [
        .. ConformanceSuite.Files("2023-09/base/job_templates", ".yaml"),
        .. ConformanceSuite.Files("2023-09/base/job_templates", ".json"),
        .. ConformanceSuite.Files("2023-09/base/env_templates", ".yaml"),
        .. ConformanceSuite.Files("2023-09/base/env_templates", ".json"),
        .. ConformanceSuite.Files("2023-09/FEATURE_BUNDLE_1/job_templates", ".yaml"),
        .. ConformanceSuite.Files("2023-09/FEATURE_BUNDLE_1/env_templates", ".yaml"),
        .. ConformanceSuite.Files("2023-09/TASK_CHUNKING/job_templates", ".yaml"),
    ];

    [Fact]
    public void The_suite_is_there()
    {
        var isExpected = SharedFolder.MustBeThere || ConformanceSuite.Directory is not null;
        Assert.SkipUnless(isExpected, "The official suite is not on this machine.");
        Assert.NotNull(ConformanceSuite.Directory);
        Assert.NotEmpty(Templates);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Templates))]
    public void A_template_is_accepted_or_refused(string path)
    {
        var errors = TemplateReader.Check(ConformanceSuite.Read(path));
        var isRefused = path.Contains(".invalid.", StringComparison.Ordinal);
        Assert.True(isRefused == (errors.Count > 0), $"{path}: {string.Join("; ", errors)}");
    }
}
