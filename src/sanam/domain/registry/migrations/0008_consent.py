
import django.db.models.deletion
from django.db import migrations, models

import sanam.domain.foundation.ids


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0007_assistance'),
        ('teams', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=sanam.domain.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('purpose', models.CharField(max_length=12)),
                ('ground', models.CharField(max_length=10)),
                ('agreed', models.BooleanField()),
                ('sensitive', models.BooleanField(default=False)),
                ('how', models.CharField(max_length=10)),
                ('witness', models.CharField(blank=True, max_length=120)),
                ('guardian', models.CharField(blank=True, max_length=120)),
                ('guardian_as', models.CharField(blank=True, max_length=10)),
                ('evidence', models.CharField(blank=True, max_length=300)),
                ('picture', models.UUIDField(null=True)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(null=True)),
                ('at', models.DateTimeField()),
                ('by_ref', models.CharField(max_length=64)),
                ('by_label', models.CharField(max_length=240)),
                ('end', models.CharField(blank=True, max_length=10)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_by', models.CharField(blank=True, max_length=240)),
                ('ended_because', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='Emergency',
            fields=[
                ('id', models.UUIDField(default=sanam.domain.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('member_ref', models.CharField(max_length=64)),
                ('by_label', models.CharField(max_length=240)),
                ('reason', models.CharField(max_length=300)),
                ('opened_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('verdict', models.CharField(blank=True, max_length=10)),
                ('words', models.CharField(blank=True, max_length=300)),
                ('reviewed_at', models.DateTimeField(null=True)),
                ('reviewer_label', models.CharField(blank=True, max_length=240)),
            ],
        ),
        migrations.CreateModel(
            name='Recipient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.AddField(
            model_name='carecircle',
            name='because',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='carecircle',
            name='left_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='carecircle',
            name='left_because',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='carecircle',
            name='nearness',
            field=models.CharField(blank=True, max_length=6),
        ),
        migrations.AddField(
            model_name='carecircle',
            name='organisation',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.organisation'),
        ),
        migrations.AddField(
            model_name='carecircle',
            name='phone',
            field=models.CharField(blank=True, max_length=15),
        ),
        migrations.AddField(
            model_name='carecircle',
            name='relative',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AlterField(
            model_name='carecircle',
            name='seat',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.seat'),
        ),
        migrations.AddConstraint(
            model_name='carecircle',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('organisation', None), ('relative', ''), ('seat__isnull', False)), models.Q(('organisation__isnull', False), ('relative', ''), ('seat', None)), models.Q(('organisation', None), ('seat', None), models.Q(('relative', ''), _negated=True)), _connector='OR'), name='one_kind_of_circle_member'),
        ),
        migrations.AddField(
            model_name='consent',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='registry.person'),
        ),
        migrations.AddField(
            model_name='consent',
            name='renews',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='registry.consent'),
        ),
        migrations.AddField(
            model_name='emergency',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='emergencies', to='registry.person'),
        ),
        migrations.AddField(
            model_name='emergency',
            name='seat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.seat'),
        ),
        migrations.AddField(
            model_name='recipient',
            name='consent',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recipients', to='registry.consent'),
        ),
        migrations.AddField(
            model_name='recipient',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.organisation'),
        ),
        migrations.AddIndex(
            model_name='consent',
            index=models.Index(fields=['person', '-at'], name='consents_of_person'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end', ''), ('ended_at', None)), models.Q(models.Q(('end', ''), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='consent_end_says_when'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('agreed', False), ('until_on__isnull', False), _connector='OR'), name='consent_has_a_last_day'),
        ),
        migrations.AddIndex(
            model_name='emergency',
            index=models.Index(fields=['seat', 'member_ref', 'until'], name='opened_to_seat'),
        ),
        migrations.AddConstraint(
            model_name='emergency',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at', None), ('verdict', '')), models.Q(models.Q(('verdict', ''), _negated=True), ('reviewed_at__isnull', False)), _connector='OR'), name='verdict_says_when'),
        ),
        migrations.AddConstraint(
            model_name='recipient',
            constraint=models.UniqueConstraint(fields=('organisation', 'consent'), name='recipient_named_once'),
        ),
    ]
